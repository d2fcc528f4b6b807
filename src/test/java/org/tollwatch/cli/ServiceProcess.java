package org.tollwatch.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./tollwatch up} in a process of its own, which has taken in its files. */
final class ServiceProcess implements AutoCloseable {

    /** One for all, as Prometheus lets in 512 connections and then nobody. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANSWERS = "Tollwatch answers at ";

    private final Process process;
    private final String url;

    private ServiceProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static ServiceProcess start(Path data, List<String> options, List<Path> articles) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Tollwatch.class.getName(),
                "up",
                "--data",
                data.toString(),
                "--port",
                "0"));
        command.addAll(options);
        articles.forEach(file -> command.add(file.toString()));
        Path log = data.resolveSibling("up.log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out = process.inputReader();
        String url = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(ANSWERS)) {
                url = line.substring(ANSWERS.length(), line.indexOf(';'));
            }
            if (line.startsWith("Reports read")) {
                return new ServiceProcess(process, url);
            }
        }
        process.destroyForcibly();
        throw new AssertionError("the service did not start: " + Files.readString(log));
    }

    String url() {
        return url;
    }

    /** What it tells Prometheus now. */
    String metrics() throws IOException, InterruptedException {
        return get(url + "/metrics");
    }

    static String get(String url) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
