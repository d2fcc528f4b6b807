package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Prometheus and its promtool. */
final class RealPrometheus implements AutoCloseable {

    static final Path TOOL = Path.of("/usr/bin/promtool");
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

    private final Process process;
    private final String url;

    private RealPrometheus(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** What promtool did: its status, and all it said. */
    record Told(int status, String text) {}

    /** @param input given to it; "": nothing */
    static Told tool(String input, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        Path said = Files.createTempFile("promtool", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        int status = process.waitFor();
        String text = Files.readString(said);
        Files.delete(said);
        return new Told(status, text);
    }

    /** With the project's rules and settings, but for who is asked and how often. */
    static RealPrometheus scraping(String service, Path directory) throws IOException {
        String rules = MonitoringFiles.RULES.toAbsolutePath().toString();
        String config = Files.readString(MonitoringFiles.DIRECTORY.resolve("prometheus.yml"))
                .replace("127.0.0.1:8080", URI.create(service).getAuthority())
                .replace("tollwatch.rules.yml", rules)
                .replace("scrape_interval: 15s", "scrape_interval: 3s")
                .replace("evaluation_interval: 30s", "evaluation_interval: 1s");
        Path file = Files.writeString(directory.resolve("prometheus.yml"), config);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        return new RealPrometheus(process, "http://127.0.0.1:" + port);
    }

    /** What it answers; not there while it starts. */
    JsonNode ask(String query) throws InterruptedException {
        try {
            String asked = URLEncoder.encode(query, StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(ServiceProcess.get(url + "/api/v1/query?query=" + asked));
        } catch (IOException e) {
            return new ObjectMapper().createObjectNode();
        }
    }

    /** What went wrong at the last scrape; "" for nothing. */
    String trouble() throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(ServiceProcess.get(url + "/api/v1/targets"))
                .at("/data/activeTargets/0/lastError")
                .asText();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
