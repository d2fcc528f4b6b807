package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.report.Side;

/** What other programs are given by a service that has counted the samples, and one report that means ill. */
@Timeout(300)
class ExportTest {

    private static final String API = "/api/v1";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, String> LABELS =
            Map.of("text/csv", "csv", "application/geo+json", "geojson", "application/x-ndjson", "jsonl");
    private static final Map<String, String> LISTS = Map.of(
            "/tallies", "?conflict=nagorno-karabakh",
            "/series", "?conflict=nagorno-karabakh&measure=killed",
            "/claims", "?conflict=nagorno-karabakh",
            "/incidents", "?conflict=nagorno-karabakh",
            "/reports", "?conflict=nagorno-karabakh");

    @TempDir
    static Path directory;

    private static Running running;
    private static Document document;

    @BeforeAll
    static void start() throws Exception {
        running = new Running(directory);
        running.publishSamples();
        running.publish(List.of(illMeaning()));
        document = Document.of(running.get(API + "/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** Of a place that nobody knows, in words that a spreadsheet would run. */
    private static IncidentReport illMeaning() {
        Instant day = Instant.parse("2020-10-10T20:00:00Z");
        return IncidentReport.newBuilder()
                .setId("ill")
                .setSource("+wire")
                .setUrl("https://example.org/ill")
                .setLanguage("en")
                .setTitle(" =1+1")
                .setPublishedAt(day.plusSeconds(90_000))
                .setConflict("nagorno-karabakh")
                .setClaims(List.of(ReportedClaim.newBuilder()
                        .setId("ill-claim")
                        .setMeasure(Measure.KILLED)
                        .setLow(7)
                        .setBest(7)
                        .setHigh(null)
                        .setQualifier("AT_LEAST")
                        .setWords("@SUM(7)")
                        .setParty("artsakh")
                        .setClaimant(
                                new Claimant("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")", null, Side.INDEPENDENT, false))
                        .setPeriod(new CoveredPeriod(day, day.plusSeconds(86_400), Precision.DAY, false))
                        .setExtent(Extent.PART)
                        .setCoverage(Coverage.INCIDENT)
                        .setPlace(new ReportedPlace("-Nowhere", null, null))
                        .setQuote("=cmd|'/C calc'!A0, \"at least 7\"\nkilled")
                        .build()))
                .build();
    }

    @Test
    void allOfEachListIsHadInEveryFormatOfTheDocument() throws Exception {
        List<String> withFormat = document.paths().stream()
                .filter(path -> document.parameters(path).stream()
                        .anyMatch(parameter -> parameter.name().equals("format")))
                .toList();
        assertThat(withFormat)
                .containsExactlyInAnyOrderElementsOf(
                        LISTS.keySet().stream().map(list -> API + list).toList());
        for (String path : withFormat) {
            String asked = path + LISTS.get(path.substring(API.length()));
            List<String> types = document.mediaTypes(path, 200);
            assertThat(types.get(0)).isEqualTo("application/json");
            for (String type : types.subList(1, types.size())) {
                HttpResponse<String> answer = running.get(asked + "&format=" + LABELS.get(type));
                assertThat(answer.statusCode()).as(asked + ": " + answer.body()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith(type);
                assertThat(running.get(asked, "Accept", type).body()).isEqualTo(answer.body());
                assertThat(items(path, type, answer.body()))
                        .as(asked + " as " + type)
                        .isEqualTo(items(asked));
            }
        }
    }

    /** How many there are, each as the document says. */
    private static int items(String path, String type, String body) throws Exception {
        switch (type) {
            case "text/csv":
                return table(body).size() - 2;
            case "application/geo+json":
                assertThat(document.faults(path, 200, type, body)).as(path).isEmpty();
                return MAPPER.readTree(body).path("features").size();
            default:
                List<String> lines = body.lines().toList();
                for (String line : lines) {
                    assertThat(document.faults(path, 200, type, line)).as(line).isEmpty();
                }
                return lines.size();
        }
    }

    private static int items(String asked) throws Exception {
        return json(asked + "&limit=1000").path("items").size();
    }

    /** The tables of docs/exports.md, under their headings. */
    @Test
    void theColumnsAreThoseThatAreDocumented() throws Exception {
        String documented = Files.readString(Path.of("docs/exports.md"));
        Map<String, String> headings = Map.of(
                "/tallies", "### Tallies and series",
                "/series", "### Tallies and series",
                "/claims", "### Claims",
                "/incidents", "### Incidents",
                "/reports", "### Reports");
        for (String list : LISTS.keySet()) {
            String figures = list.equals("/series") ? "#affected+killed" : "#indicator+value+num";
            String part = documented.substring(documented.indexOf(headings.get(list) + "\n") + 5);
            List<String> columns = part.substring(0, part.indexOf("\n#"))
                    .lines()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("`")[1] + " " + line.split("`")[3].replace("FIGURE", figures))
                    .toList();
            List<CsvRecord> rows = table(list);
            List<String> told = new ArrayList<>();
            for (int i = 0; i < rows.get(0).getFieldCount(); i++) {
                told.add(rows.get(0).getField(i) + " " + rows.get(1).getField(i));
            }
            assertThat(told).as(list).isEqualTo(columns);
            assertThat(rows.get(1).getFields()).allMatch(tag -> tag.matches("#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*"));
        }
    }

    @Test
    void everyRowHasTheIdsTheWordsAndTheSourcesOfItsClaims() throws Exception {
        for (String list : List.of("/tallies", "/series", "/incidents")) {
            for (Map<String, String> row : rows(list)) {
                int claims = row.get("claims").split("\\|", -1).length;
                assertThat(row.get("claims")).isNotEmpty();
                for (String column : List.of("quotes", "sources", "urls")) {
                    assertThat(row.get(column).split("\\|", -1))
                            .as(list + " " + column)
                            .hasSize(claims);
                    assertThat(row.get(column)).isNotEmpty();
                }
            }
        }
        JsonNode tally = MAPPER.readTree(running.get(asked("/tallies") + "&format=jsonl")
                .body()
                .lines()
                .findFirst()
                .orElseThrow());
        List<String> evidence = new ArrayList<>();
        tally.path("evidence").forEach(each -> evidence.add(each.path("claim").asText()));
        List<String> claims = new ArrayList<>();
        tally.path("claims").forEach(each -> claims.add(each.asText()));
        assertThat(evidence).isEqualTo(claims);
    }

    /** They are read in one go, by what also reads them one by one. */
    @Test
    void exportedReportsAreThoseThatAreAskedForOneByOne() throws Exception {
        String exported = running.get(asked("/reports") + "&format=jsonl").body();
        assertThat(running.get(asked("/reports") + "&format=jsonl").body()).isEqualTo(exported);
        for (String line : exported.lines().toList()) {
            JsonNode report = MAPPER.readTree(line);
            JsonNode asked = json(API + "/reports/" + report.path("id").asText());
            assertThat(report.path("claims")).isEqualTo(asked.path("claims"));
            assertThat(report.path("title")).isEqualTo(asked.path("title"));
        }
    }

    @Test
    void nothingThatOthersWroteIsRunBySpreadsheets() throws Exception {
        for (String list : LISTS.keySet()) {
            for (CsvRecord row : table(list)) {
                assertThat(row.getFields()).noneMatch(cell -> cell.strip().matches("(?s)[=+@-].*"));
            }
        }
        Map<String, String> claim = rows("/claims").stream()
                .filter(row -> row.get("claim").equals("ill-claim"))
                .findFirst()
                .orElseThrow();
        assertThat(claim.get("quote")).isEqualTo("'=cmd|'/C calc'!A0, \"at least 7\"\nkilled");
        assertThat(claim.get("source")).isEqualTo("'+wire");
        assertThat(claim.get("low")).isEqualTo("7");
        assertThat(claim.get("high")).as("open").isEmpty();
        JsonNode line = MAPPER.readTree(
                running.get(asked("/claims") + "&report=ill&format=jsonl").body());
        assertThat(line.path("quote").asText()).startsWith("=cmd|");
        Map<String, String> incident = rows("/incidents").stream()
                .filter(row -> row.get("claims").equals("ill-claim"))
                .findFirst()
                .orElseThrow();
        assertThat(incident.get("quotes")).as("a bar parts quotes").startsWith("'=cmd\u00a6'/C");
    }

    @Test
    void whatHasNoKnownPlaceHasNoGeometryAndIsCounted() throws Exception {
        JsonNode incidents = MAPPER.readTree(
                running.get(asked("/incidents") + "&format=geojson").body());
        List<String> without = new ArrayList<>();
        for (JsonNode feature : incidents.path("features")) {
            if (feature.path("geometry").isNull()) {
                without.add(
                        feature.path("properties").path("place").path("name").asText());
            } else {
                assertThat(feature.path("geometry").path("coordinates").get(0).asDouble())
                        .isBetween(45.0, 48.0);
                assertThat(feature.path("geometry").path("coordinates").get(1).asDouble())
                        .isBetween(38.0, 41.0);
            }
        }
        assertThat(without).containsExactly("-Nowhere");
        assertThat(incidents.path("withoutPlace").asInt()).isEqualTo(1);
        JsonNode evacuated = MAPPER.readTree(running.get(asked("/claims") + "&measure=evacuated&format=geojson")
                .body());
        assertThat(evacuated.path("features")).isNotEmpty();
    }

    @Test
    void anExportIsAFileThatSaysOfWhatItIsAndIsCompressed() throws Exception {
        HttpResponse<String> answer =
                running.get(asked("/tallies") + "&asOf=2020-10-18&format=csv", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"tollwatch-tallies-nagorno-karabakh-asof-2020-10-18.csv\"");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().allValues("Vary")).anyMatch(value -> value.contains("Accept"));
    }

    @ParameterizedTest
    @CsvSource({
        "/tallies?conflict=nagorno-karabakh&format=xls, 400, csv",
        "/reports?format=geojson, 400, jsonl",
        "/claims?conflict=nagorno-karabakh&format=csv&limit=5, 400, limit",
        "/claims?conflict=nagorno-karabakh&format=csv&offset=5, 400, offset",
        "/claims?conflict=atlantis&format=csv, 404, atlantis"
    })
    void whatCannotBeExportedIsTold(String asked, int status, String names) throws Exception {
        HttpResponse<String> answer = running.get(API + asked);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(document.faults("Problem", answer.body())).isEmpty();
        assertThat(answer.body()).contains(names);
    }

    @Test
    void whoAcceptsOnlyWhatThereIsNotIsToldAndWhoAcceptsAllGetsJson() throws Exception {
        HttpResponse<String> map = running.get(API + "/reports", "Accept", "application/geo+json");
        assertThat(map.statusCode()).isEqualTo(406);
        for (String accept :
                List.of("*/*", "text/html,*/*;q=0.8", "text/csv;q=0.5, application/json", "text/csv;q=0")) {
            HttpResponse<String> answer = running.get(asked("/claims"), "Accept", accept);
            assertThat(answer.headers().firstValue("Content-Type")).as(accept).hasValue("application/json");
        }
    }

    private static List<Map<String, String>> rows(String list) throws Exception {
        List<CsvRecord> rows = table(list);
        List<String> names = rows.get(0).getFields();
        return rows.subList(2, rows.size()).stream()
                .map(row -> names.stream()
                        .collect(Collectors.toMap(name -> name, name -> row.getField(names.indexOf(name)))))
                .toList();
    }

    /** @param list or a table itself */
    private static List<CsvRecord> table(String list) throws Exception {
        String text =
                list.startsWith("/") ? running.get(asked(list) + "&format=csv").body() : list;
        return CsvReader.builder().ofCsvRecord(text).stream().toList();
    }

    private static String asked(String list) {
        return API + list + LISTS.get(list);
    }

    private static JsonNode json(String asked) throws Exception {
        return MAPPER.readTree(running.get(asked).body());
    }
}
