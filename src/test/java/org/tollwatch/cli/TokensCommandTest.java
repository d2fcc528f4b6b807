package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensCommandTest {

    @TempDir
    Path directory;

    @Test
    void aTokenIsMadeListedAndTakenBack() throws Exception {
        Path file = directory.resolve("tokens");
        CommandRun added = CommandRun.of("tokens", "add", "desk", "--role", "read,push", "--file", file)
                .succeeded();
        assertThat(added.lines()).hasSize(1).first().asString().startsWith("tw_");
        assertThat(added.err()).contains("shown once", "may read and push");
        assertThat(Files.readString(file)).doesNotContain(added.lines().get(0));
        assertThat(CommandRun.of("tokens", "list", "--file", file).succeeded().out())
                .containsPattern("desk +read,push +2024-05-01")
                .doesNotContain(added.lines().get(0));
        CommandRun.of("tokens", "remove", "desk", "--file", file).succeeded();
        CommandRun gone = CommandRun.of("tokens", "remove", "desk", "--file", file);
        assertThat(gone.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(gone.err()).contains("has no token 'desk'");
    }

    @Test
    void whatIsWrongIsToldWithWhatToDo() {
        Path file = directory.resolve("tokens");
        assertThat(CommandRun.of("tokens", "add", "x", "--role", "boss", "--file", file)
                        .err())
                .contains("'boss' is no role; there are read, push, admin");
        assertThat(CommandRun.of("tokens", "add", "a b", "--role", "read", "--file", file)
                        .err())
                .contains("cannot name a token");
        assertThat(CommandRun.of("tokens", "list", "--file", file).err()).contains("there is no such file");
        assertThat(CommandRun.of("tokens", "list").err()).contains("--file");
        assertThat(CommandRun.of("up", "--listen", "0.0.0.0", "--data", directory.resolve("data"))
                        .err())
                .contains("Listening at 0.0.0.0", "tokens add", "--tokens FILE");
        assertThat(directory.resolve("data")).doesNotExist();
        assertThat(CommandRun.of("up", "--listen", "no.such.host.invalid").err())
                .contains("is no address");
    }
}
