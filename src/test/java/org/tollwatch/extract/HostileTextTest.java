package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

/** Texts that would bring a careless reader to its knees: each costs seconds of one processor at most, and the one claim in it is found. */
class HostileTextTest {

    private static final String CLAIM = "Armenia said 21 soldiers were killed.";
    private static final int LARGE = 1_000_000;
    private static final int SIZE = 250_000;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final Extractor EXTRACTOR = new Extractor(Languages.bundled(), Conflicts.bundled());

    static Stream<String> texts() {
        return Stream.of(
                "7".repeat(LARGE),
                "7 ".repeat(SIZE / 2),
                "1,234,567,".repeat(SIZE / 10),
                "\"".repeat(LARGE),
                "(".repeat(SIZE),
                "\u202Eabc\u202C\u2066\u0627\u0628\u2069 ".repeat(SIZE / 12),
                "\u200B\u200D\uFEFF".repeat(SIZE / 3),
                "\uD800".repeat(LARGE),
                "\uDC00\uD83D\uDE00".repeat(SIZE / 3),
                "\u0000\u0001".repeat(SIZE / 2),
                "a\u0301\u0302\u0303".repeat(SIZE / 4),
                "\u0301".repeat(SIZE),
                "\u0E40\u0E40".repeat(SIZE / 2),
                "killed ".repeat(SIZE / 7),
                "5 killed and ".repeat(SIZE / 13),
                "including 5 soldiers, ".repeat(SIZE / 22),
                "said Armenia said ".repeat(SIZE / 18),
                "at least ".repeat(SIZE / 9),
                "two hundred thousand million ".repeat(SIZE / 29),
                ". ".repeat(SIZE / 2),
                "A.B.C.".repeat(SIZE / 6),
                "\n".repeat(SIZE),
                "10-10-10-10-".repeat(SIZE / 12),
                "http://".repeat(SIZE / 7));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void isReadInTimeAndPointsAtTheRightWords(String noise) {
        String text = noise + "\n" + CLAIM + "\n" + noise;
        long before = CPU.getCurrentThreadCpuTime();
        List<ReportedClaim> claims = read(text);
        assertThat(CPU.getCurrentThreadCpuTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(20));

        int start = text.codePointCount(0, noise.length() + 1);
        assertThat(claims)
                .filteredOn(c -> c.getStart() >= start && c.getEnd() <= start + CLAIM.length())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.getQuote()).isEqualTo("21 soldiers were killed");
                    assertThat(c.getStart()).isEqualTo(start + CLAIM.indexOf("21"));
                    assertThat(c.getLow()).isEqualTo(21);
                });
    }

    private static List<ReportedClaim> read(String text) {
        Article article = new Article("x", "Daily", null, "en", Instant.parse("2020-10-05T12:00:00Z"), null, text);
        return ((Extraction.Read) EXTRACTOR.extract(article)).report().getClaims();
    }
}
