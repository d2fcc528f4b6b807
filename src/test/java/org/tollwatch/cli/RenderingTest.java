package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.ask.PeriodText;
import org.tollwatch.ledger.Count;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Precision;

class RenderingTest {

    @ParameterizedTest
    @CsvSource({
        "54, 54, 54, 54",
        "180, 200, 200, 180–200",
        "20, 20, 99, 20–99",
        "32, 49, 100, 32–49–100",
        "6600, 6600, open, '6,600 or more'",
        "32, 49, open, 32–49 or more",
        "0, 0, 0, 0"
    })
    void figuresShowWhatIsKnown(long low, long best, String high, String shown) {
        assertThat(Figures.range(low, best, high.equals("open") ? Count.OPEN : Long.parseLong(high)))
                .isEqualTo(shown);
    }

    @Test
    void thaiAndVietnameseMarksTakeNoColumn() {
        assertThat(DisplayWidth.of("ที่นี่")).isEqualTo(2);
        assertThat(DisplayWidth.of("thương")).isEqualTo(6);
        assertThat(DisplayWidth.of("thu\u031Bo\u031Bng")).isEqualTo(6);
        assertThat(DisplayWidth.of("死者")).isEqualTo(4);
        assertThat(DisplayWidth.pad("ที่", 3)).hasSize(5);
        assertThat(DisplayWidth.cut("ที่นี่นั่น", 3)).isEqualTo("ที่นี่…");
    }

    @Test
    void aTablesColumnsStandBelowOneAnother() {
        Table table = new Table(2, 40);
        table.add("killed", "Artsakh", "one, two, three, four, five");
        table.add("ที่", "Azerbaijan", "x");
        assertThat(print(table::print)).isEqualTo("""
                          killed  Artsakh     one, two, three,
                                              four, five
                          ที่       Azerbaijan  x
                        """);
    }

    @Test
    void theWordsOfAClaimAreMarkedByCodePoints() {
        String text = "😀 At least 12 killed, 3 hurt.";
        HighlightedText marked = new HighlightedText(
                text,
                List.of(new HighlightedText.Mark(1, 2, 20), new HighlightedText.Mark(2, 22, 28)),
                new Style("[", "]"));
        assertThat(print(out -> marked.print(out, 80, Locale.ENGLISH)))
                .isEqualTo("😀 [At least 12 killed]{1}, [3 hurt]{2}.\n");
    }

    @Test
    void aMarkRunsOverTheEndOfALineAndOffsetsBeyondTheTextAreCut() {
        HighlightedText marked = new HighlightedText(
                "one two three four", List.of(new HighlightedText.Mark(1, 4, 999)), new Style("[", "]"));
        assertThat(print(out -> marked.print(out, 13, Locale.ENGLISH))).isEqualTo("one [two three\nfour]{1}\n");
    }

    @Test
    void periodsAreDaysOfTheConflictsZoneRoundedOutward() {
        PeriodText yerevan = PeriodText.in(Optional.of(ZoneId.of("Asia/Yerevan")));
        CoveredPeriod days = period("2020-09-26T20:00:00Z", "2020-10-02T20:00:00Z", Precision.DAY);
        assertThat(yerevan.from(days)).isEqualTo("2020-09-27");
        assertThat(yerevan.to(days)).isEqualTo("2020-10-03");
        assertThat(yerevan.brief(days)).isEqualTo("2020-09-27 to 2020-10-02");
        CoveredPeriod untilNoon = period("2020-10-01T20:00:00Z", "2020-10-02T08:00:00Z", Precision.DAY);
        assertThat(yerevan.to(untilNoon)).isEqualTo("2020-10-03");
        assertThat(yerevan.brief(untilNoon)).isEqualTo("2020-10-02");
        CoveredPeriod hour = period("2020-10-01T20:00:00Z", "2020-10-01T21:00:00Z", Precision.HOUR);
        assertThat(yerevan.to(hour)).isEqualTo("2020-10-01T21:00:00Z");
    }

    private static CoveredPeriod period(String from, String to, Precision precision) {
        return new CoveredPeriod(Instant.parse(from), Instant.parse(to), precision, false);
    }

    private static String print(java.util.function.Consumer<PrintWriter> printer) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        printer.accept(out);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
