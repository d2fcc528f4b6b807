package org.tollwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.Extent;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.Side;
import org.tollwatch.report.Status;
import org.tollwatch.stream.Reason;

class ClaimsReaderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER =
            "conflict,party,measure,status,best,claimant,from,to,coverage,source,publishedAt\n";
    private static final String ROW =
            "nagorno-karabakh,Artsakh,killed,combatant,54,Artsakh,2020-10-02,2020-10-03,DAY,Wire,2020-10-03\n";

    @TempDir
    Path folder;

    @Test
    void aRowIsAClaimAndItsDaysAreTheConflictsBothIncluded() throws IOException {
        IncidentReport report = taken(HEADER + ROW);
        assertThat(report.getSource()).isEqualTo("Wire");
        assertThat(report.getPublishedAt()).isEqualTo(Instant.parse("2020-10-03T19:59:59Z"));
        ReportedClaim claim = report.getClaims().get(0);
        assertThat(claim.getParty()).isEqualTo("artsakh");
        assertThat(claim.getClaimant().getSide()).isEqualTo(Side.SELF);
        assertThat(claim.getClaimant().getAccount()).isEqualTo("artsakh");
        assertThat(claim.getPeriod().getFrom()).isEqualTo(Instant.parse("2020-10-01T20:00:00Z"));
        assertThat(claim.getPeriod().getTo()).isEqualTo(Instant.parse("2020-10-03T20:00:00Z"));
        assertThat(claim.getPeriod().getPrecision()).isEqualTo(Precision.DAY);
        assertThat(claim.getExtent()).isEqualTo(Extent.WHOLE);
        assertThat(claim.getStatus()).isEqualTo(Status.COMBATANT);
        assertThat(List.of(claim.getLow(), claim.getBest(), claim.getHigh())).containsOnly(54L);
        assertThat(claim.getQuote()).contains("party=Artsakh", "best=54");
    }

    @Test
    void whoSaysItIsKnownFromTheConflictAndTheSameFigureHasOneIdWhoeverPrintsIt() throws IOException {
        ReportedClaim foe = claim(HEADER + ROW.replace("54,Artsakh", "54,Ilham Aliyev"));
        assertThat(foe.getClaimant().getSide()).isEqualTo(Side.ADVERSARY);
        assertThat(foe.getClaimant().getAccount()).isEqualTo("azerbaijan");
        ReportedClaim other = claim(HEADER + ROW.replace("54,Artsakh", "54,A monitor"));
        assertThat(other.getClaimant().getSide()).isEqualTo(Side.INDEPENDENT);
        ReportedClaim printed = claim(HEADER + ROW.replace("Wire,2020-10-03", "Post,2020-10-05"));
        assertThat(printed.getId()).isEqualTo(claim(HEADER + ROW).getId()).isNotEqualTo(foe.getId());
    }

    @Test
    void jsonLinesAreReadToo() throws IOException {
        String json =
                "{\"conflict\":\"nagorno-karabakh\",\"party\":\"*\",\"measure\":\"WOUNDED\",\"count\":\"at least 12\","
                        + "\"source\":\"Wire\",\"from\":\"2020-10-02T10:00:00Z\",\"publishedAt\":\"2020-10-02T15:00:00Z\",\"lat\":null}";
        ReportedClaim claim = ((Input.Taken<IncidentReport>)
                        read("t.jsonl", json, null).get(0))
                .value()
                .getClaims()
                .get(0);
        assertThat(claim.getLow()).isEqualTo(12);
        assertThat(claim.getHigh()).isNull();
        assertThat(claim.getClaimant().getName()).isEqualTo("Wire");
        assertThat(claim.getCoverage()).isEqualTo(Coverage.INCIDENT);
        assertThat(claim.getExtent()).isEqualTo(Extent.PART);
        assertThat(claim.getPeriod().getTo()).isEqualTo(Instant.parse("2020-10-02T20:00:00Z"));
        assertThat(((Input.Rejected<IncidentReport>)
                                read("u.jsonl", "{\"hihg\":3}", null).get(0))
                        .rejection()
                        .detail())
                .startsWith("hihg: no such column");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12            | 12 12 12      | EXACT
        1,234         | 1234 1234 1234 | EXACT
        at least 12   | 12 12 null    | AT_LEAST
        12+           | 12 12 null    | AT_LEAST
        >12           | 12 12 null    | AT_LEAST
        up to 40      | 0 0 40        | UP_TO
        About 50      | 45 50 55      | ABOUT
        nearly 200    | 180 200 200   | NEARLY
        30 to 40      | 30 35 40      | RANGE
        30-40         | 30 35 40      | RANGE
        dozens        | 24 24 99      | DOZENS
        """)
    void aCountMayBeInWords(String words, String figures, String qualifier) throws IOException {
        ReportedClaim claim = claim(HEADER.replace("best", "count") + ROW.replace("54", "\"" + words + "\""));
        assertThat(claim.getLow() + " " + claim.getBest() + " " + claim.getHigh())
                .isEqualTo(figures);
        assertThat(claim.getQualifier()).isEqualTo(qualifier);
        assertThat(claim.getWords()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(delimiter = '|', textBlock = """
        killed      | dead        | BAD_VALUE     | measure: 'dead' is not one of KILLED, WOUNDED
        killed      | ''          | MISSING_FIELD | measure: missing
        54          | many men    | BAD_COUNT     | best: 'many men' is no whole number; write digits
        54          | -3          | BAD_COUNT     | best: -3 is no count
        54          | 1.234       | BAD_COUNT     | best: '1.234' is no whole number
        54          | ''          | MISSING_FIELD | best: missing; write a figure
        Artsakh,k   | Arstakh,k   | BAD_VALUE     | party: 'Arstakh' is no party of nagorno-karabakh; write one of
        2020-10-02, | 03/10/2020, | BAD_DATE      | from: '03/10/2020' is no date
        2020-10-02, | ,           | MISSING_FIELD | from: missing
        2020-10-02, | 2020-10-05, | BAD_PERIOD    | to: the time covered ends before it starts
        Wire,2020   | Wire,2030   | BAD_DATE      | publishedAt: '2030-10-03' lies in the future
        nagorno-kar | nowhere-kar | UNKNOWN_CONFLICT | conflict: 'nowhere-karabakh' is not known
        DAY,Wire    | DAY         | WRONG_SHAPE   | the row has 10 fields, and the header has 11
        Wire        | "Wi"re      | WRONG_SHAPE   | close every quote
        """)
    void aBadRowIsToldWithItsColumnAndTheRestGoesOn(String good, String bad, String reason, String words)
            throws IOException {
        assertThat(ROW).contains(good);
        List<Input<IncidentReport>> read = read("t.csv", HEADER + ROW.replace(good, bad) + ROW, null);
        assertThat(read).hasSize(2);
        assertThat(read.get(1)).isInstanceOf(Input.Taken.class);
        Input.Rejected<IncidentReport> rejected = (Input.Rejected<IncidentReport>) read.get(0);
        assertThat(rejected.rejection().detail()).contains(words);
        assertThat(rejected.rejection().reason()).isEqualTo(Reason.valueOf(reason));
        assertThat(rejected.rejection().origin()).endsWith("t.csv:2");
    }

    @Test
    void aQuoteThatIsNeverClosedHarmsAThousandLinesAtMost() throws IOException {
        List<Input<IncidentReport>> read =
                read("t.csv", HEADER + ROW.replace("Wire", "\"Wire") + ROW.repeat(1_200), null);
        assertThat(read).hasSize(1 + 1_201 - QuotedLines.MOST);
        assertThat(((Input.Rejected<IncidentReport>) read.get(0)).rejection().detail())
                .contains("its quotes leave 1000 lines in one row");
    }

    @Test
    void aRowMayRunOverSeveralLinesAndTheNextIsToldByItsOwn() throws IOException {
        String long_ = ROW.replace("Wire", "\"Wire;\none \"\"two\"\"\"");
        List<Input<IncidentReport>> read = read("t.csv", HEADER + long_ + ROW.replace("54", "x"), null);
        assertThat(((Input.Taken<IncidentReport>) read.get(0)).value().getSource())
                .isEqualTo("Wire;\none \"two\"");
        assertThat(((Input.Rejected<IncidentReport>) read.get(1)).rejection().origin())
                .endsWith("t.csv:4");
    }

    @Test
    void oneIdForTwoFiguresIsRefused() throws IOException {
        String header = HEADER.replace("best", "id,best");
        List<Input<IncidentReport>> read =
                read("t.csv", header + ROW.replace("54", "a1,54") + ROW.replace("54", "a1,55"), null);
        assertThat(((Input.Rejected<IncidentReport>) read.get(1)).rejection().reason())
                .isEqualTo(Reason.DUPLICATE_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"columns: {bset: dead}", "colums: {best: dead}", "columns: [best]", "a: b: c"})
    void aMapThatIsWrongIsToldBeforeAnythingIsRead(String map) {
        assertThatThrownBy(() -> read("t.csv", HEADER + ROW, map))
                .isInstanceOf(TableMapException.class)
                .hasMessageContaining("map.yaml");
    }

    @Test
    void aColumnThatTheMapNamesMustBeThere() throws IOException {
        List<Input<IncidentReport>> read = read("t.csv", HEADER + ROW, "columns: {best: dead}");
        assertThat(((Input.Rejected<IncidentReport>) read.get(0)).rejection())
                .satisfies(r -> assertThat(r.detail()).startsWith("dead: the table has no such column"))
                .satisfies(r -> assertThat(r.origin()).endsWith("t.csv:1"));
    }

    private ReportedClaim claim(String csv) throws IOException {
        return taken(csv).getClaims().get(0);
    }

    private IncidentReport taken(String csv) throws IOException {
        Input<IncidentReport> input = read("t.csv", csv, null).get(0);
        assertThat(input).isInstanceOf(Input.Taken.class);
        return ((Input.Taken<IncidentReport>) input).value();
    }

    private List<Input<IncidentReport>> read(String name, String table, String map) throws IOException {
        Path file = Files.writeString(folder.resolve(name), table, StandardCharsets.UTF_8);
        Optional<Path> mapped = map == null
                ? Optional.empty()
                : Optional.of(Files.writeString(folder.resolve("map.yaml"), map, StandardCharsets.UTF_8));
        List<Input<IncidentReport>> read = new ArrayList<>();
        new ClaimsReader(CLOCK, Conflicts.bundled(), mapped).read(file, read::add);
        return read;
    }
}
