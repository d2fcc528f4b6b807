package org.tollwatch.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Alertmanager, which tells a webhook and forgets nothing over a stop. */
final class RealAlertmanager implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIG = """
            route:
              receiver: desk
              group_by: [alertname, conflict, party, correction]
              group_wait: 0s
              group_interval: 1s
              repeat_interval: 4h
            receivers:
              - name: desk
                webhook_configs: [{url: "URL", send_resolved: true}]
            """;

    private final Path directory;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    RealAlertmanager(Path directory, String webhook) throws IOException {
        this.directory = directory;
        Files.writeString(
                directory.resolve("alertmanager.yml"), CONFIG.replace("URL", webhook), StandardCharsets.UTF_8);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    void start() throws IOException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + directory.resolve("alertmanager.yml"),
                        "--storage.path=" + directory.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile())
                .start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it says of its alerts. */
    List<JsonNode> alerts() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/api/v2/alerts")).build();
        List<JsonNode> alerts = new ArrayList<>();
        JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .forEach(alerts::add);
        return alerts;
    }

    void stop() {
        try {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
