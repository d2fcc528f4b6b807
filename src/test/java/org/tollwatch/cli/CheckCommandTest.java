package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String ISLES = "id: isles\nname: War of the Isles\nzone: Europe/London\nparties:\n"
            + "  north: {name: North Isle, opponents: [south], names: {th: [เกาะเหนือ], en: [ALIAS]}}\n"
            + "  south: {name: South Isle}\nplaces:\n  castle: {name: Castle}\n";

    @TempDir
    Path folder;

    @Test
    void hintsAreNoErrors() throws IOException {
        CommandRun run = CommandRun.of("check", file("isles.yaml", ISLES.replace("ALIAS", "Northern Isle")));
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("conflict file, War of the Isles: parties 2, places 1")
                .contains("hint ", "isles.yaml:6: parties.south: has no name in 'th'")
                .contains("isles.yaml:8: places.castle: nobody holds it")
                .doesNotContain("error");
    }

    @Test
    void aNameThatIsInEveryTextIsAnError() throws IOException {
        CommandRun run = CommandRun.of("check", file("isles.yaml", ISLES.replace("ALIAS", "the")));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).contains("error ", "isles.yaml:5: parties.north.names.en: 'the'", "commonest words");
    }

    @Test
    void whatCannotBeReadIsToldByLineAndField() throws IOException {
        CommandRun run = CommandRun.of(
                "check",
                file("isles.yaml", ISLES.replace("opponents", "oponents")),
                file("policy.yaml", "name: mine\nwords: interval\nbest: newest\n"),
                file("map.yaml", "columns: {bset: dead}\n"),
                file("words.yaml", "name: mine\nwords: {like: interval}\n"),
                file("other.yaml", "colour: red\n"));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out())
                .contains("isles.yaml:5: parties.north.oponents: unknown field", "Did you mean 'opponents'?")
                .contains("policy.yaml:3: best:")
                .contains("map.yaml", "'bset' is no column of ours")
                .contains("words.yaml: word profile")
                .contains("other.yaml: not known", "it is none of language pack, conflict file");
    }

    @Test
    void theExamplesOfALanguagePackAreRun() throws IOException {
        Path english = Path.of("src/main/resources/languages/en.yaml");
        assertThat(CommandRun.of("check", english).status()).isZero();
        String pack =
                Files.readString(english, StandardCharsets.UTF_8).replaceFirst("\\| KILLED (\\d+)", "| WOUNDED $1");
        CommandRun broken = CommandRun.of("check", file("mine.yaml", pack));
        assertThat(broken.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(broken.out()).contains("mine.yaml:", "the example '", "gives KILLED", "not WOUNDED");
    }

    @Test
    void whatComesWithTheProgramHasNoErrors() throws IOException {
        for (String kind : new String[] {"conflicts", "languages", "words"}) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources").resolve(kind))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                    CommandRun run = CommandRun.of("check", file);
                    assertThat(run.status()).as(run.out()).isZero();
                }
            }
        }
    }

    @Test
    void aTextMayBeTriedWithIt() throws IOException {
        Path isles = file("isles.yaml", ISLES.replace("ALIAS", "Northern Isle"));
        CommandRun run =
                CommandRun.of("check", isles, "--try", "South Isle said 12 soldiers of North Isle were killed.");
        assertThat(run.out()).contains("killed 12, combatants");
        assertThat(CommandRun.of("check", isles, "--try", "Nothing at all.")
                        .succeeded()
                        .out())
                .contains("not read: ");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
