package org.tollwatch.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A registry in a process of its own: Apicurio's. What it was told is in a file, so that it can be killed. */
final class RegistryServer implements AutoCloseable {

    /** It needs Java 21 or newer, whatever the tests run on. */
    private static final int NEEDS = 21;

    private final Path directory;
    private final int port;
    private final Optional<Path> java;
    private Jvm running;

    private RegistryServer(Path directory, int port, Optional<Path> java) {
        this.java = java;
        this.directory = directory;
        this.port = port;
    }

    static RegistryServer prepare(Path directory) throws IOException {
        return new RegistryServer(Files.createDirectories(directory), Brokers.freePort(), java());
    }

    String url() {
        return "http://127.0.0.1:" + port + (java.isPresent() ? "/apis/ccompat/v7" : "");
    }

    /** Whose it is, for the table. */
    String name() {
        return java.isPresent() ? "Apicurio's" : "Tollwatch's own, as there is no Java " + NEEDS + " for Apicurio's";
    }

    void start() throws IOException {
        running = java.isPresent() ? apicurio(java.get()) : own();
        await().atMost(Duration.ofMinutes(2)).until(this::answers);
    }

    private Jvm own() throws IOException {
        return Jvm.start(
                200,
                List.of(
                        OwnRegistry.class.getName(),
                        directory.resolve("schemas.json").toString(),
                        Integer.toString(port)),
                directory,
                directory.resolve("registry.log"));
    }

    private Jvm apicurio(Path java) throws IOException {
        return Jvm.start(
                java,
                List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "quarkus-run.jar"),
                Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QUARKUS_MANAGEMENT_ENABLED",
                        "false",
                        "APICURIO_DATASOURCE_URL",
                        "jdbc:h2:file:" + directory.resolve("schemas").toAbsolutePath()),
                Path.of(System.getProperty("tollwatch.apicurio", "target/apicurio"))
                        .toAbsolutePath(),
                directory.resolve("registry.log"));
    }

    void kill() throws InterruptedException {
        running.kill();
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest asked = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(asked, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    /** The one that is told, or the tests' own, or another of this machine; empty: none is new enough. */
    private static Optional<Path> java() throws IOException {
        String told = System.getProperty("tollwatch.registry.java");
        if (told != null) {
            return Optional.of(Path.of(told));
        }
        if (Runtime.version().feature() >= NEEDS) {
            return Optional.of(Jvm.own());
        }
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(all)) {
            return homes.filter(home -> version(home) >= NEEDS)
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static int version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("^JAVA_VERSION=\"(\\d+).*", "$1")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // no Java there
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.kill();
        }
    }
}
