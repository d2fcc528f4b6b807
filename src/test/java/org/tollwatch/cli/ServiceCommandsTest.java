package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that ask a running service, against one; and that they say the same as those that read files. */
@Timeout(300)
class ServiceCommandsTest {

    private static final Path WAR = Path.of("src/main/resources/samples/karabakh-2020.jsonl");
    private static final Path OFFENSIVE = Path.of("src/main/resources/samples/karabakh-2023.jsonl");

    @TempDir
    static Path directory;

    private static RunningService running;

    @BeforeAll
    static void start() throws IOException {
        running = RunningService.in(directory);
        running.take(WAR, OFFENSIVE);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static CommandRun ask(Object... args) {
        List<Object> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--service", running.url()));
        return CommandRun.of(all.toArray());
    }

    @Test
    void tallySaysWhatCountSays() {
        String counted = CommandRun.of("count", WAR, OFFENSIVE).succeeded().out();
        CommandRun told = ask("tally");
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out()).isNotBlank();
        assertThat(counted).startsWith(told.out().stripTrailing());
        String then = CommandRun.of(
                        "count", "--as-of", "2020-10-15", "--window", "week,2020-10", "--policy", "acled", WAR)
                .succeeded()
                .out();
        CommandRun before = ask("tally", "--as-of", "2020-10-15", "--window", "week,2020-10", "--policy", "acled");
        assertThat(before.out()).isNotBlank();
        assertThat(then).startsWith(before.out().stripTrailing());
    }

    @Test
    void tallyChoosesAndNoFigureIsNotZero() throws IOException {
        CommandRun json = ask("tally", "--party", "Artsakh", "--measure", "killed", "--status", "any", "--json");
        JsonNode first = new ObjectMapper().readTree(json.lines().get(0));
        assertThat(first.path("low").asLong()).isEqualTo(673);
        assertThat(json.lines()).allMatch(line -> line.contains("\"party\":\"artsakh\""));
        CommandRun none = ask("tally", "--party", "armenia", "--measure", "evacuated");
        assertThat(none.out()).contains("No figure").contains("not zero");
        assertThat(none.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--party azerbaijan --measure killed",
                "--party artsakh --measure killed --window 2020-09-27..2020-11-11 --as-of 2020-10-16",
                "--measure strikes"
            })
    void explainSaysOfAServiceWhatItSaysOfFiles(String options) {
        List<Object> args = new ArrayList<>(List.of("explain"));
        args.addAll(List.of(options.split(" ")));
        CommandRun remote = ask(args.toArray());
        args.addAll(List.of(WAR, OFFENSIVE));
        assertThat(remote.err()).isEmpty();
        assertThat(remote.out())
                .isEqualTo(CommandRun.of(args.toArray()).succeeded().out());
    }

    @Test
    void explainAsJsonIsTheSameObject() {
        String local = CommandRun.of("explain", "--measure", "killed", "--json", WAR, OFFENSIVE)
                .succeeded()
                .out();
        assertThat(ask("explain", "--measure", "killed", "--json").out()).isEqualTo(local);
    }

    @Test
    void explainOfFilesAndOfAServiceAtOnceIsRefused() {
        CommandRun both = ask("explain", "--measure", "killed", WAR);
        assertThat(both.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(both.err()).contains("--service").contains("--keep");
    }

    @Test
    void claimsAreToldWithTheirWordsAndWhereTheyStand() {
        CommandRun run = ask("claims", "--party", "artsakh", "--measure", "killed", "--from", "2020-10-18");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("killed 673, combatants, Artsakh; says Artsakh (of its own side); running total")
                .contains("“ยอดทหารที่เสียชีวิตเพิ่มขึ้นเป็น 673 นาย”")
                .contains("https://example.org/th-sample/2020-10-18-th");
        assertThat(ask("claims", "--json", "--report", "2020-10-15-en").lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"report\":\"2020-10-15-en\""));
    }

    @Test
    void alertsAreListedByState() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ask("alerts", "list").out().contains("heavy"));
        CommandRun list = ask("alerts", "list");
        assertThat(list.lines()).allMatch(line -> line.matches("(active|over)  2.*heavy  .+"));
        assertThat(ask("alerts", "list", "--json").lines()).allMatch(line -> line.startsWith("{\"state\":"));
        assertThat(ask("alerts", "list", "--conflict", "gaza-lebanon").out()).contains("No alert.");
    }

    /** What is exported of the reports can be counted again, and gives the same figures. */
    @Test
    void exportedReportsAreCountedAgain() throws Exception {
        Path file = directory.resolve("reports.jsonl");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(running.url() + "/api/v1/reports?format=jsonl"))
                                .build(),
                        BodyHandlers.ofFile(file));
        CommandRun again = CommandRun.of("count", "--format", "reports", file);
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).startsWith(ask("tally").out().stripTrailing());
    }

    @Test
    void whatTheServiceRefusesIsToldInOneLine() {
        CommandRun run = ask("tally", "--conflict", "atlantis");
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("There is no conflict 'atlantis'").contains("nagorno-karabakh");
        assertThat(ask("explain", "--measure", "killed", "--policy", "mine").err())
                .contains("no policy 'mine'");
        assertThat(ask("claims", "--party", "atlantis").err())
                .contains("atlantis")
                .contains("--conflict");
    }

    @Test
    void whereNothingAnswersThatIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        for (String command : List.of("tally", "claims", "watch")) {
            CommandRun run = CommandRun.of(command, "--service", "http://127.0.0.1:" + free);
            assertThat(run.status()).as(command).isEqualTo(ExitStatus.FAILED);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err())
                    .contains("Nothing answers")
                    .contains("./tollwatch up")
                    .contains("--service");
        }
        CommandRun wrong = CommandRun.of("tally", "--service", "localhost:8080");
        assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(wrong.err()).contains("http://127.0.0.1:8080");
    }

    @Test
    void whatIsNotReadyOrIsSomethingElseIsTold() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/api/v1/conflicts", exchange -> {
            byte[] body = "{\"status\":503,\"detail\":\"It is starting: ask again.\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.createContext("/other/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        other.start();
        try {
            String at = "http://127.0.0.1:" + other.getAddress().getPort();
            CommandRun busy = CommandRun.of("tally", "--service", at);
            assertThat(busy.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(busy.err().lines()).hasSize(1);
            assertThat(busy.err()).contains("It is starting: ask again.").contains("7 s");
            CommandRun strange = CommandRun.of("tally", "--service", at + "/other");
            assertThat(strange.err()).contains("404").contains("--service");
        } finally {
            other.stop(0);
        }
    }
}
