package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.serve.Document.Parameter;

/** What is asked over HTTP of a service that has counted the samples; and that it is what the document says. */
@Timeout(300)
class ApiTest {

    private static final String API = "/api/v1";
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    static Path directory;

    private static Running running;
    private static Document document;

    @BeforeAll
    static void start() throws Exception {
        running = new Running(directory);
        running.publishSamples();
        document = Document.of(running.get(API + "/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void everyRouteIsInTheDocumentAndNothingElse() {
        Set<String> routes = running.server.paths().stream()
                .filter(path -> path.startsWith(API) || path.matches("/[a-z]+"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(document.paths()).isEqualTo(routes);
    }

    @Test
    void everyAnswerIsAsTheDocumentSays() throws Exception {
        for (String path : document.asked()) {
            if (path.endsWith("/stream")) {
                continue; // has no end; StreamTest reads it
            }
            for (String asked : requests(path)) {
                HttpResponse<String> answer = running.get(asked);
                assertThat(answer.statusCode()).as(asked + ": " + answer.body()).isEqualTo(200);
                String type = document.mediaType(path, 200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith(type);
                if (type.endsWith("json")) {
                    assertThat(document.faults(path, 200, answer.body()))
                            .as(asked)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void anAnswerThatIsOtherwiseWouldBeNoticed() throws Exception {
        String tallies = running.get(API + "/tallies?conflict=nagorno-karabakh").body();
        assertThat(document.faults("/api/v1/tallies", 200, tallies)).isEmpty();
        for (String wrong : List.of(
                tallies.replace("\"grade\"", "\"mark\""),
                tallies.replace("CONFIRMED", "SURE"),
                tallies.replace("\"low\":", "\"low\":-"))) {
            assertThat(document.faults("/api/v1/tallies", 200, wrong)).isNotEmpty();
        }
        String claims = running.get(API + "/claims?conflict=nagorno-karabakh").body();
        assertThat(document.faults("/api/v1/claims", 200, claims.replace("\"words\":", "\"text\":")))
                .isNotEmpty();
        assertThat(document.faults("/api/v1/claims", 200, claims.replace("\"words\":", "\"more\":1,\"words\":")))
                .isNotEmpty();
    }

    /** With what is required alone, and with each of the other parameters. */
    private static List<String> requests(String path) throws Exception {
        List<Parameter> parameters = document.parameters(path);
        String filled = path;
        for (Parameter parameter : parameters) {
            if (parameter.in().equals("path")) {
                String value = parameter.name().equals("claim") ? someClaim() : parameter.example();
                filled = filled.replace("{" + parameter.name() + "}", value);
            }
        }
        List<String> needed = parameters.stream()
                .filter(p -> p.in().equals("query") && p.required())
                .map(Parameter::asked)
                .toList();
        List<String> requests = new ArrayList<>(List.of(filled + "?" + String.join("&", needed)));
        for (Parameter parameter : parameters) {
            if (parameter.in().equals("query") && !parameter.required()) {
                List<String> with = new ArrayList<>(needed);
                with.add(parameter.asked());
                if (parameter.name().equals("to")) {
                    with.add("from=2020-09-27");
                }
                requests.add(filled + "?" + String.join("&", with));
            }
        }
        return requests;
    }

    private static String someClaim() throws Exception {
        return items("/claims?conflict=nagorno-karabakh").get(0).path("claim").asText();
    }

    @Test
    void aParameterThatIsNotInTheDocumentIsRefused() throws Exception {
        for (String path : document.asked()) {
            if (document.parameters(path).isEmpty()) {
                continue;
            }
            HttpResponse<String> answer = running.get(requests(path).get(0) + "&colour=red");
            assertThat(answer.statusCode())
                    .as(path)
                    .isEqualTo(path.contains("{conflict}") && path.endsWith("}") ? 200 : 400);
            if (answer.statusCode() == 400) {
                assertThat(document.faults(path, 400, answer.body())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/tallies, 400, conflict",
        "/tallies?conflict=atlantis, 404, atlantis",
        "/tallies?conflict=nagorno-karabakh&measure=tears, 400, measure",
        "/tallies?conflict=nagorno-karabakh&party=sparta, 400, party",
        "/series?conflict=nagorno-karabakh, 400, measure",
        "/series?conflict=nagorno-karabakh&measure=killed&by=hour, 400, by",
        "/series?conflict=nagorno-karabakh&measure=killed&from=soon, 400, from",
        "/series?conflict=nagorno-karabakh&measure=killed&asOf=soon, 400, asOf",
        "/claims?conflict=nagorno-karabakh&limit=0, 400, limit",
        "/claims?conflict=nagorno-karabakh&offset=-1, 400, offset",
        "/claims/none?conflict=nagorno-karabakh, 404, none",
        "/reports?before=soon, 400, before",
        "/reports?conflict=atlantis, 404, atlantis",
        "/reports/none, 404, none",
        "/stream?window=hour, 400, window",
        "/stream?party=artsakh, 400, party",
        "/nothing, 404, openapi"
    })
    void whatCannotBeAnsweredIsToldWithWhatToDo(String asked, int status, String names) throws Exception {
        HttpResponse<String> answer = running.get(API + asked);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(document.faults("Problem", answer.body())).isEmpty();
        assertThat(answer.body()).contains(names);
    }

    @Test
    void allReportsArePagedThroughOnceTheNewestFirst() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> published = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json("/reports?limit=3" + next);
            page.path("items").forEach(report -> {
                seen.add(report.path("id").asText());
                published.add(report.path("publishedAt").asText());
            });
            next = page.has("next")
                    ? "&before=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!next.isEmpty());
        assertThat(seen).hasSize(13).doesNotHaveDuplicates();
        assertThat(published).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(items("/reports?language=th")).hasSize(3);
        assertThat(items("/reports?asOf=2020-09-30T19:00:00Z")).hasSize(1);
    }

    @Test
    void aReportsClaimsPointToTheirWordsInItsText() throws Exception {
        for (JsonNode header : items("/reports?limit=20")) {
            JsonNode report = json("/reports/" + header.path("id").asText());
            assertThat(report.path("claims")).hasSize(header.path("claims").asInt());
            int[] text = report.path("text").asText().codePoints().toArray();
            for (JsonNode claim : report.path("claims")) {
                int start = claim.path("start").asInt();
                assertThat(new String(text, start, claim.path("end").asInt() - start))
                        .isEqualTo(claim.path("quote").asText());
            }
        }
    }

    @Test
    void whatCameFromEachSourceAddsUp() throws Exception {
        long reports = 0;
        long claims = 0;
        for (JsonNode source : json("/coverage").path("sources")) {
            reports += source.path("reports").asLong();
            claims += source.path("claims").asLong();
        }
        assertThat(reports).isEqualTo(13);
        long listed = 0;
        for (JsonNode header : items("/reports?limit=20")) {
            listed += header.path("claims").asLong();
        }
        assertThat(claims).isEqualTo(listed);
    }

    @Test
    void aSeriesHasTheTalliesOfItsWindowsWhetherTheyAreKeptOrReckoned() throws Exception {
        String scope = "conflict=nagorno-karabakh&measure=KILLED&party=artsakh";
        for (String by : List.of("day", "week", "month")) {
            List<JsonNode> kept = items("/series?" + scope + "&by=" + by);
            assertThat(kept).isNotEmpty();
            assertThat(items("/series?" + scope + "&by=" + by + "&asOf=2030-01-01"))
                    .isEqualTo(kept);
            assertThat(items("/tallies?" + scope + "&status=ANY&limit=1000&window=" + by).stream()
                            .filter(tally -> !tally.has("place"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(new HashSet<>(kept));
        }
    }

    @Test
    void anEmptyPlaceIsNoPlaceInParticular() throws Exception {
        String asked = "/tallies?conflict=nagorno-karabakh&limit=1000";
        List<JsonNode> all = items(asked);
        assertThat(all).anyMatch(tally -> tally.has("place"));
        assertThat(items(asked + "&place="))
                .isEqualTo(all.stream().filter(tally -> !tally.has("place")).toList());
    }

    @Test
    void whatAFigureStandsOnIsPagedThroughByPart() throws Exception {
        String asked = "/explain?conflict=nagorno-karabakh&measure=KILLED";
        assertThat(json(asked).has("next")).isFalse();
        JsonNode whole = json(asked + "&limit=1000");
        assertThat(json(asked).path("claims")).hasSameElementsAs(whole.path("claims"));
        List<JsonNode> claims = new ArrayList<>();
        whole.path("claims").forEach(claims::add);
        assertThat(claims).hasSizeGreaterThan(2);
        assertThat(whole.has("next")).isFalse();
        assertThat(claims.get(0).path("roles").get(0).asText()).startsWith("SETS_");
        long inAll = 0;
        for (JsonNode count : whole.path("parts")) {
            inAll += count.asLong();
        }
        assertThat(inAll).isEqualTo(claims.size());
        List<JsonNode> paged = new ArrayList<>();
        for (JsonNode next = whole.path("none"); paged.isEmpty() || !next.isMissingNode(); ) {
            JsonNode page = json(asked + "&limit=2&offset=" + next.asInt());
            assertThat(page.path("parts")).isEqualTo(whole.path("parts"));
            assertThat(page.path("tally")).isEqualTo(whole.path("tally"));
            page.path("claims").forEach(paged::add);
            next = page.path("next");
        }
        assertThat(paged).isEqualTo(claims);
    }

    @Test
    void largeAnswersAreCompressedAndWhatIsHeldIsNotSentAgain() throws Exception {
        String asked = API + "/claims?conflict=nagorno-karabakh";
        HttpResponse<String> answer = running.get(asked, "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(running.get(asked, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = running.get(API + path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private static List<JsonNode> items(String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        json(path).path("items").forEach(items::add);
        return items;
    }
}
