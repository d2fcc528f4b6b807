package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.local.LocalCluster;

/**
 * Two {@code ./tollwatch up} on one cluster, each with some of the partitions. Either answers for all over HTTP; when one is
 * killed the other says 503 until it has taken over, and never anything that is not so.
 */
@Tag("slow")
@Timeout(300)
class KilledServicesTest {

    private static final String TALLIES =
            "/api/v1/tallies?conflict=nagorno-karabakh&window=episode,day&limit=1000&offset=";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void aKilledServiceIsStoodInForAndNothingWrongIsToldMeanwhile() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"))) {
            String first = start(cluster, "first", samples());
            await().atMost(PATIENCE).until(() -> answer(first).isPresent());
            String second = start(cluster, "second", List.of());
            String known = await().atMost(PATIENCE)
                    .until(() -> agreed(first, second), Optional::isPresent)
                    .orElseThrow();
            assertThat(known).contains("\"best\"").contains("nagorno-karabakh");

            long killed = System.nanoTime();
            processes.get(0).destroyForcibly();
            int right = 0;
            int told503 = 0;
            Optional<Duration> again = Optional.empty();
            // Until it answers for as long again as it took, so that an answer is not one of before the loss was seen.
            while (again.isEmpty()
                    || System.nanoTime() - killed
                            < again.get().toNanos() + Duration.ofSeconds(10).toNanos()) {
                Optional<String> told = answer(second);
                assertThat(told.orElse(known)).isEqualTo(known);
                right += told.isPresent() ? 1 : 0;
                told503 += told.isPresent() ? 0 : 1;
                if (told.isPresent() && again.isEmpty() && told503 > 0) {
                    again = Optional.of(Duration.ofNanos(System.nanoTime() - killed));
                }
                assertThat(System.nanoTime() - killed).isLessThan(PATIENCE.toNanos());
            }
            System.out.println("A service was killed: the other answered rightly again after "
                    + again.get().toMillis() + " ms; " + right + " right answers, " + told503 + " times 503, 0 wrong");
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private Optional<String> agreed(String first, String second) throws Exception {
        Optional<String> here = answer(first);
        return here.isPresent() && here.equals(answer(second)) ? here : Optional.empty();
    }

    /** All tallies; empty where the service says that it cannot tell now. */
    private Optional<String> answer(String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + TALLIES + 0))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 503) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                return Optional.empty();
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Optional.of(answer.body());
        } catch (IOException e) {
            return Optional.empty(); // it does not listen yet
        }
    }

    private String start(LocalCluster cluster, String name, List<Path> articles) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Tollwatch.class.getName(),
                "up",
                "--data",
                directory.resolve(name).toString(),
                "--port",
                Integer.toString(port),
                "--bootstrap-servers",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl()));
        articles.forEach(file -> command.add(file.toString()));
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start());
        return "http://127.0.0.1:" + port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<Path> samples() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/samples"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }
}
