package org.tollwatch.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, which can be killed, frozen and let go on. It does not outlive the tests. */
final class Jvm {

    private final Process process;

    private Jvm(Process process) {
        this.process = process;
    }

    /** @param log gets all that it says */
    static Jvm start(Path java, List<String> arguments, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Jvm jvm = new Jvm(builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(jvm.process::destroyForcibly));
        return jvm;
    }

    /** Of the classes that the tests run with. */
    static Jvm start(int megabytes, List<String> arguments, Path directory, Path log) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        all.addAll(arguments);
        return start(own(), all, Map.of(), directory, log);
    }

    static Path own() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** kill, and time to end in order. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(Duration.ofSeconds(40).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it does not end");
        }
    }

    /** SIGSTOP: it is there, holds its connections, and does nothing. */
    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill -" + name + " says " + status);
        }
    }

    /** Megabytes that it has in memory now. */
    long resident() throws IOException {
        return java.nio.file.Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .sum();
    }
}
