package org.tollwatch.containers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** docker-compose.yml under a name of its own and on free ports; taken down with all its volumes at the end. */
final class Compose implements AutoCloseable {

    /** Where src/containers/images/build.sh puts the plugin on machines without one. */
    private static final Path PLUGINS = Path.of("target/docker");

    private static final List<String> PORTS =
            List.of("KAFKA_PORT", "REGISTRY_PORT", "TOLLWATCH_PORT", "PROMETHEUS_PORT", "ALERTMANAGER_PORT");

    private final String project =
            "tollwatch-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> settings = new HashMap<>();

    Compose() throws IOException {
        for (String port : PORTS) {
            settings.put(port, Integer.toString(freePort()));
        }
        if (Files.isDirectory(PLUGINS)) {
            settings.put("DOCKER_CONFIG", PLUGINS.toAbsolutePath().toString());
        }
    }

    /** Whether there is a Docker engine, and compose. */
    static boolean isThere() throws Exception {
        try (Compose compose = new Compose()) {
            return compose.status("docker", "info") == 0 && compose.status("docker", "compose", "version") == 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Where a service answers on this machine, by the name of its port in the file. */
    String url(String port) {
        return "http://127.0.0.1:" + settings.get(port);
    }

    /** What docker compose said; an error of it is an error here. */
    String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", project));
        command.addAll(List.of(arguments));
        return said(command);
    }

    /** What docker said. */
    String docker(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        return said(command);
    }

    private String said(List<String> command) throws Exception {
        Path errors = Files.createTempFile("compose", ".txt");
        try {
            Process process = process(command).redirectError(errors.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed:\n" + Files.readString(errors) + out);
            }
            return out.strip();
        } finally {
            Files.delete(errors);
        }
    }

    private int status(String... command) throws InterruptedException {
        try {
            return process(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // there is no such program
        }
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(settings);
        return process;
    }

    @Override
    public void close() {
        try {
            status("docker", "compose", "-p", project, "down", "--volumes", "--timeout", "5");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
