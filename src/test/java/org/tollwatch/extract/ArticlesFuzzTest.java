package org.tollwatch.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.fuzz.Fuzz;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Checks;

/** Damaged articles in every language: whatever is read stands on its words and is a report that can be counted. */
class ArticlesFuzzTest {

    private static final Languages LANGUAGES = Languages.bundled();
    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final Extractor EXTRACTOR = new Extractor(LANGUAGES, CONFLICTS);
    private static final Instant PUBLISHED = Instant.parse("2023-10-05T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(PUBLISHED.plusSeconds(60), ZoneOffset.UTC);
    private static final int LONGEST = 12_000;

    private static final List<String> WORDS = List.of(
            "21",
            "1,234",
            "1.234",
            "٢١",
            "๒๑",
            "二十一",
            "½",
            "two hundred",
            "at least",
            "killed",
            "wounded",
            "including",
            "of them",
            "since 27 September",
            "on 31 February",
            "in 99999",
            "%",
            "-",
            "–",
            "to",
            "said Armenia",
            "погибли",
            "ранены",
            "قتل",
            "öldü",
            "morts",
            "muertos",
            "เสียชีวิต",
            "thiệt mạng",
            "զոհվել",
            "(",
            ")",
            "“",
            "”",
            "«",
            "\u00A0",
            "\u202Eabc\u202C",
            "\u2066",
            "İ",
            "ı",
            "ß",
            "\uD83D\uDE00",
            "\uFDFA",
            "\u0E33",
            "Armenia",
            "Azerbaijan",
            "Hamas",
            "Israel",
            "Russia",
            "Ukraine",
            "Gaza");

    @Test
    void articles() throws Exception {
        Fuzz.of("articles", samples(), WORDS, LONGEST)
                .and(ArticlesFuzzTest::sentences)
                .run(30, body -> read(body));
    }

    private static void read(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        List<String> codes = List.copyOf(LANGUAGES.codes());
        String language = body.length % 3 == 0 ? null : codes.get(body.length % codes.size());
        Article article = new Article(
                "a", "Daily", null, language, PUBLISHED, body.length % 2 == 0 ? null : "Title: 5 killed", text);
        if (EXTRACTOR.extract(article) instanceof Extraction.Read read) {
            IncidentReport report = read.report();
            Checks.fault(report, CLOCK.instant(), CONFLICTS).ifPresent(fault -> {
                throw new AssertionError("what was read cannot be counted: " + fault);
            });
            report.getClaims().forEach(claim -> standsOnItsWords(claim, text, article.title()));
        }
    }

    private static void standsOnItsWords(ReportedClaim claim, String text, String title) {
        String told = text.codePointCount(0, text.length()) >= claim.getEnd()
                ? text.substring(
                        text.offsetByCodePoints(0, claim.getStart()), text.offsetByCodePoints(0, claim.getEnd()))
                : "";
        if (!told.equals(claim.getQuote()) && (title == null || !title.contains(claim.getQuote()))) {
            throw new AssertionError(
                    "'" + claim.getQuote() + "' stands at " + claim.getStart() + ", where '" + told + "' is");
        }
    }

    private static List<byte[]> samples() throws IOException {
        List<byte[]> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/gold"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                byte[] text = Files.readAllBytes(file);
                if (text.length < LONGEST / 2) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static String sentences(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
            text.append(random.nextInt(12) == 0 ? ". " : random.nextInt(9) == 0 ? ", " : " ");
        }
        return text.toString();
    }
}
