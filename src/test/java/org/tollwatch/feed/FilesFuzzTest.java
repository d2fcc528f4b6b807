package org.tollwatch.feed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.fuzz.Fuzz;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Checks;

/** Files and pushes of any kind: each piece is taken or rejected, and what is taken can be counted. */
class FilesFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final int LONGEST = 20_000;

    private static final String REPORT = """
            {"id": "r1", "source": "Wire", "publishedAt": "2020-10-05T08:00:00Z", "language": "en", "conflict": "nagorno-karabakh", \
            "claims": [{"id": "c1", "measure": "KILLED", "status": "COMBATANT", "low": 54, "best": 54, "high": {"long": 60}, \
            "qualifier": "EXACT", "words": "54", "party": {"string": "artsakh"}, "claimant": {"name": "the ministry", \
            "account": "artsakh", "party": {"string": "artsakh"}, "side": "SELF", "assumed": false}, "period": {"from": \
            "2020-10-04", "to": "2020-10-05", "precision": "DAY", "assumed": false}, "extent": "WHOLE", "coverage": "DAY", \
            "quote": "54 were killed"}]}
            """;
    private static final String ARTICLE = """
            {"id": "a1", "source": "Wire", "publishedAt": "2020-10-05T08:00:00Z", "url": "https://example.org/1", "language": "en", \
            "title": "T", "text": "Armenia said 21 soldiers were killed.\\nMore \\u00e9 \\ud83d\\ude00"}
            {"source": "Wire", "publishedAt": "2020-10-05T08:00:00+04:00", "text": "x"}
            """;
    private static final String TABLE = """
            conflict,party,measure,status,best,claimant,from,to,coverage,source,publishedAt
            nagorno-karabakh,Artsakh,killed,combatant,54,Artsakh,2020-10-02,2020-10-03,DAY,Wire,2020-10-03
            nagorno-karabakh,"Artsakh",killed,"any",">= 5","The ""ministry"",
            of it",2020-10-02,,DAY,Wire,2020-10-03T10:00:00Z
            """;
    private static final List<String> WORDS = List.of(
            "\"id\":",
            "\"claims\":[",
            "\"count\":",
            "\"file\":\"/etc/passwd\"",
            "\"publishedAt\":",
            "\"2020-10-05\"",
            "{\"string\":",
            "}",
            "]",
            ",",
            "\"\"",
            "\n",
            ";",
            "\t",
            "best",
            "low",
            "high",
            "measure",
            "publishedAt",
            "DAY",
            "WHOLE",
            "1601892000000",
            "1e9",
            "'",
            "=1+1",
            "\uFEFF",
            "\u0000");

    @TempDir
    Path folder;

    @Test
    void articles() throws Exception {
        Fuzz.ofTexts("articles as JSON", List.of(ARTICLE), WORDS, LONGEST).run(200, bytes -> {
            new ArticleReader(Defaults.NONE, CLOCK).read(file("a.jsonl", bytes), none());
            new ArticleReader(Defaults.NONE, CLOCK).sent().one(bytes, "push");
        });
    }

    @Test
    void texts() throws Exception {
        Defaults defaults = new Defaults("Wire", "en", Instant.parse("2020-10-05T08:00:00Z"));
        Fuzz.ofTexts("plain texts", List.of("Armenia said 21 soldiers were killed."), List.of("\u00e9"), LONGEST)
                .run(50, bytes -> new ArticleReader(defaults, CLOCK).read(file("a.txt", bytes), none()));
    }

    @Test
    void reports() throws Exception {
        Fuzz.ofTexts("reports as JSON", List.of(REPORT.replace("\n", "") + "\n", ARTICLE), WORDS, LONGEST)
                .run(200, bytes -> {
                    new ReportReader(CLOCK, CONFLICTS).read(file("r.jsonl", bytes), counted());
                    new ReportReader(CLOCK, CONFLICTS).sent().one(bytes, "push");
                });
    }

    @Test
    void tables() throws Exception {
        Fuzz.ofTexts("tables", List.of(TABLE, TABLE.replace(',', ';'), TABLE.replace(',', '\t')), WORDS, LONGEST)
                .run(
                        150,
                        bytes -> new ClaimsReader(CLOCK, CONFLICTS, Optional.empty())
                                .read(file("t.csv", bytes), counted()));
    }

    @Test
    void rows() throws Exception {
        String row =
                "{\"conflict\":\"nagorno-karabakh\",\"party\":\"Artsakh\",\"measure\":\"killed\",\"best\":54,\"claimant\":\"Artsakh\","
                        + "\"from\":\"2020-10-02\",\"coverage\":\"DAY\",\"source\":\"Wire\",\"publishedAt\":\"2020-10-03\"}\n";
        Fuzz.ofTexts("rows as JSON", List.of(row), WORDS, LONGEST)
                .run(
                        150,
                        bytes -> new ClaimsReader(CLOCK, CONFLICTS, Optional.empty())
                                .read(file("t.jsonl", bytes), counted()));
    }

    @Test
    void events() throws Exception {
        byte[] sample = Files.readAllBytes(Path.of("src/test/resources/ged/invented.csv"));
        Fuzz.of("events of the UCDP", List.of(sample), WORDS, LONGEST)
                .run(50, bytes -> new GedReader(CLOCK, CONFLICTS).read(file("g.csv", bytes), none()));
    }

    @Test
    void maps() throws Exception {
        String map =
                "columns:\n  best: deaths\n  from: date\nvalues:\n  conflict: nagorno-karabakh\nwords:\n  side: {x: Artsakh}\n";
        Path table = file("map.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        Fuzz.ofTexts(
                        "maps of tables",
                        List.of(map),
                        List.of("claims:\n  - ", "columns:", "values:", ": ", "{", "}", "best"),
                        4_000)
                .run(60, bytes -> {
                    try {
                        new ClaimsReader(CLOCK, CONFLICTS, Optional.of(file("map.yaml", bytes))).read(table, none());
                    } catch (TableMapException e) {
                        // That is how it is told.
                    }
                });
    }

    /** Found by the above. */
    @Test
    void aMapThatNamesNothingIsToldSo() throws Exception {
        for (String map : List.of("columns:\n  best:\n", "values:\n  party: ~\n", "claims:\n  - columns: {best: }\n")) {
            Path file = file("map.yaml", map.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> new ClaimsReader(CLOCK, CONFLICTS, Optional.of(file)))
                    .isInstanceOf(TableMapException.class)
                    .hasMessageContaining("nothing right of the colon");
        }
    }

    @Test
    void aMapOfNothingIsToldSo() throws Exception {
        Path file = file("map.yaml", "~".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new ClaimsReader(CLOCK, CONFLICTS, Optional.of(file)))
                .isInstanceOf(TableMapException.class)
                .hasMessageContaining("is empty");
    }

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    private static <T> Consumer<Input<T>> none() {
        return input -> {};
    }

    private static Consumer<Input<IncidentReport>> counted() {
        return input -> {
            if (input instanceof Input.Taken<IncidentReport> taken) {
                Checks.fault(taken.value(), CLOCK.instant(), CONFLICTS).ifPresent(fault -> {
                    throw new AssertionError("taken, and cannot be counted: " + fault);
                });
            }
        };
    }
}
