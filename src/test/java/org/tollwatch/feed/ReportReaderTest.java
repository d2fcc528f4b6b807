package org.tollwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.Status;
import org.tollwatch.stream.Reason;

class ReportReaderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String CLAIM =
            "{'id':'c1','measure':'KILLED','low':3,'best':3,'high':null,'qualifier':'AT_LEAST','words':'at least 3',"
                    + "'status':'COMBATANT','party':'north','claimant':{'name':'Ministry','party':'north','side':'SELF'},"
                    + "'period':{'from':'2020-10-02','to':'2020-10-03','precision':'DAY'},'extent':'WHOLE',"
                    + "'coverage':'DAY','place':{'name':'Town','lat':40},'quote':'at least 3','start':0,'end':10,"
                    + "'confidence':0.9}";
    private static final String REPORT =
            "{'id':'r1','source':'Outlet','url':null,'language':'en','publishedAt':'2020-10-03T15:00:00Z','title':'T',"
                    + "'conflict':'here','claims':[" + CLAIM + "]}";

    private static final Conflict HERE = new Conflict(
            "here", "Here", ZoneId.of("Asia/Yerevan"), List.of(), List.of(), List.of(), List.of(), List.of());

    @TempDir
    Path folder;

    @Test
    void barePlainValuesAreReadAndLocalDatesBeginInTheConflictsZone() throws IOException {
        IncidentReport report = taken(REPORT);
        ReportedClaim claim = report.getClaims().get(0);
        assertThat(report.getPublishedAt()).isEqualTo(Instant.parse("2020-10-03T15:00:00Z"));
        assertThat(claim.getPeriod().getFrom()).isEqualTo(Instant.parse("2020-10-01T20:00:00Z"));
        assertThat(claim.getHigh()).isNull();
        assertThat(claim.getPlace().getLat()).isEqualTo(40.0);
        assertThat(claim.getKind()).isNull();
        assertThat(claim.getClaimant().getAccount()).isEmpty();
    }

    @Test
    void avrosOwnEncodingIsRead() throws IOException {
        IncidentReport report = taken(REPORT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(IncidentReport.getClassSchema(), out);
        new SpecificDatumWriter<>(IncidentReport.class).write(report, encoder);
        encoder.flush();
        String avro = out.toString(StandardCharsets.UTF_8);
        assertThat(avro).contains("{\"string\":\"north\"}");
        assertThat(taken(avro)).isEqualTo(report);
    }

    @Test
    void whatMayBeLeftOutHasItsDefault() throws IOException {
        assertThat(taken(REPORT.replace("'status':'COMBATANT',", ""))
                        .getClaims()
                        .get(0)
                        .getStatus())
                .isEqualTo(Status.ANY);
        assertThat(taken("{'id':'r','source':'o','language':'en','publishedAt':1601737200000,'conflict':'here'}")
                        .getPublishedAt())
                .isEqualTo(Instant.parse("2020-10-03T15:00:00Z"));
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'KILLED'            | 'DEAD'                 | BAD_VALUE     | claims[0].measure: 'DEAD' is not one of KILLED, WOUNDED
        'low':3,            | `'low':-3,`            | BAD_COUNT     | claims[0]: low -3, best 3, high open; a count is 0 or more
        'low':3,            | `'low':4,`             | BAD_COUNT     | claims[0]: low 4, best 3
        'high':null         | 'high':2               | BAD_COUNT     | claims[0]: low 3, best 3, high 2; send low
        'best':3            | 'best':1e30            | BAD_COUNT     | claims[0].best: 1E+30 is too large
        'best':3            | 'best':1e999999999     | BAD_COUNT     | is too large
        'best':3            | 'best':1000000000000000000000000000000 | BAD_COUNT | is too large
        'high':null         | 'high':99999999999     | BAD_COUNT     | more than 10000000000
        'best':3            | 'best':3.5             | WRONG_SHAPE   | claims[0].best: expected a whole number, not 3.5
        'best':3            | 'best':'3'             | WRONG_SHAPE   | claims[0].best: expected a whole number
        `'best':3,`         | ``                     | MISSING_FIELD | claims[0].best: missing
        'high':null         | 'hihg':null            | WRONG_SHAPE   | claims[0].hihg: no such field
        '2020-10-02'        | '2020-10-04'           | BAD_PERIOD    | claims[0].period: from
        '2020-10-02'        | '2 October'            | BAD_DATE      | claims[0].period.from: '2 October' is no date
        '2020-10-02'        | '2020-10-02T10:00'     | BAD_DATE      | has no zone
        '2020-10-02'        | 99999999999999999      | BAD_DATE      | claims[0].period.from
        15:00:00Z           | 15:00:00               | BAD_DATE      | publishedAt: '2020-10-03T15:00:00' has no zone
        2020-10-03T15       | 2030-10-03T15          | BAD_DATE      | publishedAt
        `'here'`            | `'nowhere'`            | BAD_DATE      | no known conflict
        `'id':'r1',`        | ``                     | MISSING_FIELD | id: missing
        'lat':40            | 'lat':'north'          | WRONG_SHAPE   | claims[0].place.lat: expected a number
        'confidence':0.9    | 'confidence':1.9       | BAD_VALUE     | claims[0].confidence
        'claims':[          | 'claims':{}, 'x':[     | WRONG_SHAPE   | x: no such field
        """)
    void whatIsWrongIsToldWithItsPath(String good, String bad, String reason, String words) throws IOException {
        assertThat(REPORT).contains(good);
        Input<IncidentReport> input = read(REPORT.replace(good, bad));
        assertThat(input).isInstanceOf(Input.Rejected.class);
        Input.Rejected<IncidentReport> rejected = (Input.Rejected<IncidentReport>) input;
        assertThat(rejected.rejection().reason()).isEqualTo(Reason.valueOf(reason));
        assertThat(rejected.rejection().detail()).contains(words);
        assertThat(rejected.rejection().origin()).endsWith("r.jsonl:1");
    }

    private IncidentReport taken(String json) throws IOException {
        Input<IncidentReport> input = read(json);
        assertThat(input).isInstanceOf(Input.Taken.class);
        return ((Input.Taken<IncidentReport>) input).value();
    }

    private Input<IncidentReport> read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("r.jsonl"), json.replace('\'', '"'), StandardCharsets.UTF_8);
        List<Input<IncidentReport>> read = new ArrayList<>();
        new ReportReader(CLOCK, Conflicts.of(HERE)).read(file, read::add);
        assertThat(read).hasSize(1);
        return read.get(0);
    }
}
