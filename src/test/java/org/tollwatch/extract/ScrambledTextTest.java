package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

/** The words of real sentences in any order: whatever stands beside whatever, reading goes on, and claims stand on their words. */
class ScrambledTextTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Languages LANGUAGES = Languages.bundled();
    private static final Extractor EXTRACTOR = new Extractor(LANGUAGES, Conflicts.bundled());
    private static final int ROUNDS = 150;

    static Stream<String> languages() {
        return LANGUAGES.codes().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void readsWordsInAnyOrder(String language) throws IOException {
        List<String> words = pieces(language, language.equals("th") ? "(?<=\\G.{6})| " : "[ \\n]+");
        List<String> clauses = pieces(language, "(?<=[,;:.\u060C\u055D])\\s+|\\n+| (?=\"|\\()");
        Random random = new Random(language.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            List<String> pieces = round % 2 == 0 ? words : clauses;
            Collections.shuffle(pieces, random);
            String gap = language.equals("th") && round % 3 == 0 ? "" : " ";
            String text = String.join(gap, pieces.subList(0, Math.min(120, pieces.size())));
            Article article =
                    new Article("a", "Daily", null, language, Instant.parse("2023-10-05T12:00:00Z"), null, text);
            Extraction read = EXTRACTOR.extract(article);
            if (read instanceof Extraction.Read done) {
                assertThat(done.report().getClaims()).allSatisfy(claim -> standsOnItsWords(claim, text));
            }
        }
    }

    private static void standsOnItsWords(ReportedClaim claim, String text) {
        int start = text.offsetByCodePoints(0, claim.getStart());
        int end = text.offsetByCodePoints(0, claim.getEnd());
        assertThat(text.substring(start, end)).isEqualTo(claim.getQuote()).isNotBlank();
        assertThat(claim.getLow()).isBetween(0L, claim.getBest());
        assertThat(claim.getPeriod().getFrom()).isBefore(claim.getPeriod().getTo());
    }

    private static List<String> pieces(String language, String between) throws IOException {
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLD.resolve(language))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                words.addAll(Arrays.asList(text.split(between)));
            }
        }
        return words;
    }
}
