package org.tollwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tollwatch.evaluate.SetFolder.claim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.ledger.Count;

class GoldReaderTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();

    @TempDir
    Path folder;

    @Test
    void aBadLineIsToldWithWhatToDoAndTheRestIsRead() throws IOException {
        SetFolder.in(folder)
                .write(
                        "gold.jsonl",
                        claim("1", "KILLED", 21, "21 of its soldiers", ""),
                        "{not json",
                        claim("2", "KILED", 30, "30 wounded", ""),
                        claim("1", "WOUNDED", 30, "30 wounded", ""),
                        claim("3", "WOUNDED", 30, "30 wounded", ",\"prty\":\"armenia\""),
                        claim("4", "WOUNDED", 30, "30 wounded", "").replace("\"start\":", "\"start\":1"),
                        claim("5", "WOUNDED", 30, "30 wounded", "").replace("a.txt", "b.txt"),
                        claim("6", "WOUNDED", 30, "30 wounded", ",\"from\":\"yesterday\""),
                        claim("7", "WOUNDED", 30, "30 wounded", ",\"party\":\"atlantis\""));
        Gold gold = read();
        assertThat(gold.texts().get(0).claims()).extracting(GoldClaim::id).containsExactly("1", "7");
        assertThat(gold.flaws())
                .extracting(DataFileException::getMessage)
                .satisfiesExactly(
                        m -> assertThat(m).contains("gold.jsonl:2: not JSON"),
                        m -> assertThat(m).contains("gold.jsonl:3: measure:", "Did you mean 'KILLED'?"),
                        m -> assertThat(m).contains("gold.jsonl:4: id: '1' is the id of line 1 already"),
                        m -> assertThat(m).contains("gold.jsonl:5: prty: unknown field", "Did you mean 'party'?"),
                        m -> assertThat(m).contains("gold.jsonl:6:"),
                        m -> assertThat(m).contains("gold.jsonl:7: file: there is no text 'b.txt'"),
                        m -> assertThat(m).contains("gold.jsonl:8: from: 'yesterday' is no date"),
                        m -> assertThat(m).contains("gold.jsonl:9: party: 'atlantis'", "compared as it stands"));
    }

    @Test
    void theWordsAreFoundWithoutOffsetsWhereTheyStandOnce() throws IOException {
        String once = "{\"file\":\"a.txt\",\"measure\":\"WOUNDED\",\"low\":30,\"quote\":\"30 wounded\"}";
        String twice = "{\"file\":\"a.txt\",\"measure\":\"KILLED\",\"low\":21,\"quote\":\"21\"}";
        SetFolder.in(folder).write("gold.jsonl", once, twice);
        Gold gold = read();
        assertThat(gold.texts().get(0).claims()).singleElement().satisfies(c -> {
            assertThat(c.words().start()).isEqualTo(SetFolder.TEXT.indexOf("30 wounded"));
            assertThat(c.bounds().get(0).admit(Count.atLeast(30))).isTrue();
        });
        assertThat(gold.flaws())
                .singleElement()
                .satisfies(f ->
                        assertThat(f.getMessage()).contains("gold.jsonl:2: quote: these words stand more than once"));
    }

    @Test
    void textsMayBeKeptElsewhere() throws IOException {
        Path set = folder.resolve("project/sets/mine");
        Files.createDirectories(folder.resolve("data"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("data/all.jsonl.gz")))) {
            out.write("{\"words\":\"first\"}\n{\"words\":\"21 were killed\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        new SetFolder(set)
                .write("articles.jsonl", elsewhere("a", "../data/all.jsonl.gz"), elsewhere("b", "../gone.jsonl"))
                .write(
                        "gold.jsonl",
                        "{\"file\":\"a\",\"measure\":\"KILLED\",\"low\":21,\"quote\":\"21 were killed\"}",
                        "{\"file\":\"b\",\"measure\":\"KILLED\",\"low\":21,\"quote\":\"21 were killed\"}");
        Gold gold = new GoldReader(CONFLICTS, Optional.empty()).read(folder.resolve("project"), Optional.empty());
        assertThat(gold.flaws()).isEmpty();
        assertThat(gold.absent()).containsExactly("../gone.jsonl is not here; texts left out: 1");
        assertThat(gold.texts()).singleElement().satisfies(text -> {
            assertThat(text.article().text()).isEqualTo("21 were killed");
            assertThat(text.elsewhere()).isTrue();
            assertThat(text.claims()).hasSize(1);
        });
    }

    private static String elsewhere(String id, String from) {
        return "{\"id\":\"" + id + "\",\"from\":\"" + from
                + "\",\"record\":1,\"field\":\"words\",\"publishedAt\":\"2020-10-05T12:00:00Z\"}";
    }

    @Test
    void aFolderOfTextsNeedsADate() throws IOException {
        SetFolder.in(folder).write("gold.jsonl", claim("1", "KILLED", 21, "21 of its soldiers", ""));
        Files.delete(folder.resolve("articles.jsonl"));
        assertThat(read().flaws())
                .singleElement()
                .satisfies(f -> assertThat(f.getMessage())
                        .contains("a.txt: when it was published is not known. Give --published"));
        Gold dated = new GoldReader(CONFLICTS, Optional.of("2020-10-05T12:00:00Z")).read(folder, Optional.empty());
        assertThat(dated.texts().get(0).claims()).hasSize(1);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() ->
                        new GoldReader(CONFLICTS, Optional.empty()).read(folder.resolve("none"), Optional.empty()))
                .hasMessageContaining("there is no such file or folder");
        assertThatThrownBy(this::read).hasMessageContaining("no gold.jsonl lies in it or below it");
    }

    @Test
    void whatElseIsRightIsHonoured() throws IOException {
        String more = ",\"qualifier\":\"EXACT\",\"acceptAlso\":{\"qualifier\":[\"ABOUT\"],\"value\":[40]}";
        SetFolder.in(folder).write("gold.jsonl", claim("1", "WOUNDED", 30, "30 wounded", more));
        List<Bounds> bounds = read().texts().get(0).claims().get(0).bounds();
        assertThat(List.of(Count.exactly(30), Count.about(30), Count.exactly(40)))
                .allMatch(count -> bounds.stream().anyMatch(b -> b.admit(count)));
        assertThat(bounds).noneMatch(b -> b.admit(Count.atLeast(30)));
    }

    private Gold read() {
        return new GoldReader(CONFLICTS, Optional.empty()).read(folder, Optional.empty());
    }
}
