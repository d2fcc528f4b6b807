package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

/** The five reports the project started from, measured against what a person reads from them. */
class SeedsTest {

    private static final Path SEEDS = Path.of("../shared/seeds");

    private static Scorer required;
    private static final List<String> DISTRACTED = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SEEDS), "the seed reports are not here: " + SEEDS.toAbsolutePath());
        Conflict conflict = Conflicts.bundled().byId("nagorno-karabakh").orElseThrow();
        Extractor extractor = new Extractor(Languages.bundled(), Conflicts.bundled());
        required = new Scorer(conflict.zone());
        Scorer unquantified = new Scorer(conflict.zone());
        for (JsonNode article : Gold.lines(SEEDS.resolve("articles.jsonl"))) {
            String file = article.get("file").asText();
            String text = Files.readString(SEEDS.resolve(file), StandardCharsets.UTF_8);
            Extraction read = extractor.extract(new Article(
                    file,
                    article.get("source").asText(),
                    null,
                    null,
                    Instant.parse(article.get("publishedAt").asText()),
                    null,
                    text));
            List<ReportedClaim> claims = ((Extraction.Read) read).report().getClaims();
            List<JsonNode> gold = of(file, "gold.jsonl");
            required.score(file.substring(0, 3), gold, claims);
            unquantified.score(file.substring(0, 3), bare(gold), claims);
            distract(of(file, "distractors.jsonl"), gold, claims);
            assertThat(claims)
                    .allSatisfy(c -> assertThat(text.substring(
                                    text.offsetByCodePoints(0, c.getStart()), text.offsetByCodePoints(0, c.getEnd())))
                            .isEqualTo(c.getQuote()));
        }
        System.out.println(required.summary("seeds, with a quantity"));
        required.notes().forEach(System.out::println);
        System.out.println(unquantified.summary("seeds, unquantified"));
        unquantified.notes().stream().filter(n -> !n.contains("EXTRA")).forEach(System.out::println);
    }

    private static List<JsonNode> of(String file, String name) {
        return Gold.lines(SEEDS.resolve(name)).stream()
                .filter(g -> g.get("file").asText().equals(file))
                .toList();
    }

    private static List<JsonNode> bare(List<JsonNode> gold) {
        return gold.stream()
                .filter(g -> !g.get("required").asBoolean())
                .map(g -> (JsonNode)
                        ((com.fasterxml.jackson.databind.node.ObjectNode) g.deepCopy()).put("required", true))
                .toList();
    }

    /** A claim whose own number stands inside a distractor. */
    private static void distract(List<JsonNode> distractors, List<JsonNode> gold, List<ReportedClaim> claims) {
        for (JsonNode d : distractors) {
            claims.stream()
                    .filter(c -> c.getStart() < d.get("end").asInt()
                            && d.get("start").asInt() < c.getEnd())
                    .filter(c -> gold.stream()
                            .noneMatch(g -> c.getStart() < g.get("end").asInt()
                                    && g.get("start").asInt() < c.getEnd()))
                    .forEach(c -> DISTRACTED.add(d.get("quote").asText() + " became " + Dump.line(c)));
        }
    }

    @Test
    void findsEveryQuantifiedClaimWithItsBounds() {
        assertThat(required.recall()).as(String.join("\n", required.notes())).isEqualTo(1.0);
    }

    @Test
    void readsNoneOfTheOtherNumbersAsAClaim() {
        assertThat(DISTRACTED).isEmpty();
    }

    @Test
    void answersWhoseWhoAndHowCovered() {
        assertThat(required.share("party")).isGreaterThanOrEqualTo(0.90);
        assertThat(required.share("claimantSide")).isGreaterThanOrEqualTo(0.90);
        assertThat(required.share("coverage")).isGreaterThanOrEqualTo(0.85);
    }
}
