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
import java.util.stream.Stream;

/** Apicurio's registry in a process of its own; what it was told is in a file, so that it can be killed. */
final class RegistryServer implements AutoCloseable {

    /** It needs Java 21 or newer, whatever the tests run on. */
    private static final int NEEDS = 21;

    private final Path directory;
    private final int port;
    private Jvm running;

    private RegistryServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static RegistryServer prepare(Path directory) throws IOException {
        return new RegistryServer(Files.createDirectories(directory), Brokers.freePort());
    }

    String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    void start() throws IOException {
        Path home = Path.of(System.getProperty("tollwatch.apicurio", "target/apicurio"))
                .toAbsolutePath();
        running = Jvm.start(
                java(),
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
                home,
                directory.resolve("registry.log"));
        await().atMost(Duration.ofMinutes(2)).until(this::answers);
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

    /** The one that is told, or the tests' own, or another of this machine. */
    private static Path java() throws IOException {
        String told = System.getProperty("tollwatch.registry.java");
        if (told != null) {
            return Path.of(told);
        }
        if (Runtime.version().feature() >= NEEDS) {
            return Jvm.own();
        }
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes.filter(home -> version(home) >= NEEDS)
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The registry needs Java " + NEEDS
                            + " or newer: install one, and say where with -Dtollwatch.registry.java=PATH."));
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
    public void close() throws InterruptedException {
        if (running != null) {
            running.kill();
        }
    }
}
