package org.tollwatch.faults;

import java.io.IOException;
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
import org.tollwatch.cli.Tollwatch;

/** One {@code ./tollwatch up} on the cluster, in a process of its own. */
final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int number;
    private final Path directory;
    private final String brokers;
    private final String registry;
    private final int port;
    private Jvm running;
    private int saidBefore;

    Instance(int number, Path directory, String brokers, String registry) throws IOException {
        this.number = number;
        this.directory = Files.createDirectories(directory);
        this.brokers = brokers;
        this.registry = registry;
        port = Brokers.freePort();
    }

    void start() throws IOException {
        saidBefore = said().size();
        running = Jvm.start(
                500,
                List.of(
                        Tollwatch.class.getName(),
                        "up",
                        "--data",
                        data().toString(),
                        "--port",
                        Integer.toString(port),
                        "--bootstrap-servers",
                        brokers,
                        "--schema-registry",
                        registry),
                directory,
                log());
    }

    Jvm process() {
        return running;
    }

    boolean isRunning() {
        return running != null && running.isAlive();
    }

    /** Where its state is. */
    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("log");
    }

    /** What it answers; empty when nobody does. */
    Optional<HttpResponse<String>> get(String path) throws InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        try {
            return Optional.of(http.send(asked, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isReady() throws InterruptedException {
        return isRunning() && get("/readyz").filter(a -> a.statusCode() == 200).isPresent();
    }

    /** The lines that it wrote since it was started first. */
    List<String> said() throws IOException {
        return Files.exists(log()) ? new ArrayList<>(Files.readAllLines(log())) : List.of();
    }

    List<String> saidSinceStart() throws IOException {
        List<String> all = said();
        return all.subList(Math.min(saidBefore, all.size()), all.size());
    }

    @Override
    public String toString() {
        return "instance " + (number + 1);
    }

    @Override
    public void close() {
        if (running != null) {
            running.kill();
        }
    }
}
