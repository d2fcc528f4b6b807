package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a running service as they change. */
@Timeout(300)
class WatchCommandTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private RunningService running;
    private CuttingProxy proxy;
    private final List<Thread> started = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private volatile int status = -1;

    @BeforeEach
    void start() throws IOException {
        running = RunningService.in(directory);
        proxy = new CuttingProxy(running.port());
    }

    @AfterEach
    void stop() throws Exception {
        started.forEach(Thread::interrupt);
        for (Thread thread : started) {
            thread.join();
        }
        proxy.close();
        running.close();
    }

    private void watch(boolean terminal, String... options) {
        Console console =
                new Console(writer(out), writer(err), terminal, false, false, Console.DEFAULT_WIDTH, CommandRun.CLOCK);
        List<String> args = new ArrayList<>(List.of("watch", "--service", proxy.url()));
        args.addAll(List.of(options));
        Thread thread = new Thread(() -> {
            status = Commands.line(console).execute(args.toArray(String[]::new));
            console.flush();
        });
        thread.start();
        started.add(thread);
    }

    private static PrintWriter writer(ByteArrayOutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void awaitOut(String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(out()).contains(text));
    }

    /** A day's official figure. */
    private void publish(String id, int killed, int day) throws IOException {
        String article = "{\"id\":\"" + id
                + "\",\"source\":\"Sample Wire\",\"language\":\"en\",\"publishedAt\":\"2020-10-"
                + day + "T15:00:00Z\",\"text\":\"The defence ministry of Nagorno-Karabakh said its military death toll"
                + " rose to " + killed + " since the fighting with Azerbaijan began on 27 September.\"}\n";
        running.take(Files.writeString(directory.resolve(id + ".jsonl"), article, StandardCharsets.UTF_8));
    }

    @Test
    void inAPipeTheTableStandsOnceAndThenALineForEachChange() throws Exception {
        publish("first", 604, 15);
        watch(false, "--party", "artsakh", "--measure", "killed", "--status", "any");
        awaitOut("604");
        assertThat(out()).contains("Second Karabakh War").doesNotContain("\u001b");
        publish("second", 673, 18);
        awaitOut("-> 673");
        assertThat(out())
                .containsPattern(
                        "2020-10-18T19:00\\+04:00  604.* -> 673.*  killed, Artsakh; Second Karabakh War .*according to Artsakh")
                .contains("report  Sample Wire: second (");
        assertThat(out().lines().filter(line -> line.contains("-> 673"))).hasSize(1);
        started.get(0).interrupt();
        await().atMost(SOON).until(() -> status == ExitStatus.OK);
    }

    @Test
    void afterABreakItGoesOnWhereItWas() throws Exception {
        publish("first", 604, 15);
        watch(false, "--party", "artsakh", "--measure", "killed", "--status", "any");
        awaitOut("604");
        publish("second", 612, 16);
        awaitOut("-> 612");
        proxy.cut();
        publish("third", 633, 17);
        await().atMost(SOON).until(() -> err.toString(StandardCharsets.UTF_8).contains("tries again"));
        publish("fourth", 673, 18);
        proxy.mend();
        awaitOut("-> 673");
        assertThat(out()).as("missed meanwhile").contains("612 or more (confirmed) -> 633 or more (confirmed)");
        assertThat(out().lines().filter(line -> line.contains("-> 612"))).hasSize(1);
        assertThat(out()).doesNotContain("were missed");
    }

    @Test
    void onATerminalTheTableIsDrawnInItsPlaceAndTheOldScreenComesBack() throws Exception {
        watch(true);
        awaitOut("No figure yet.");
        publish("first", 604, 15);
        awaitOut("604");
        awaitOut("no figure -> 604");
        String screen = out().substring(out().lastIndexOf("\u001b[H"));
        assertThat(screen).contains("live", "Ctrl-C ends", "Second Karabakh War", "no figure -> 604");
        proxy.cut();
        awaitOut("tries again in");
        started.get(0).interrupt();
        await().atMost(SOON).until(() -> status == ExitStatus.OK);
        assertThat(out()).startsWith("\u001b[?1049h").endsWith("\u001b[?25h\u001b[?1049l");
    }

    @Test
    void asJsonEveryEventIsALine() throws Exception {
        watch(false, "--json", "--window", "day,episode");
        await().atMost(SOON).until(() -> running.isWatchedByAnyone());
        publish("first", 604, 15);
        awaitOut("\"report\"");
        awaitOut("\"tally\"");
        for (String line : out().substring(0, out().lastIndexOf('\n')).lines().toList()) {
            assertThat(new ObjectMapper().readTree(line).path("data").isObject())
                    .isTrue();
        }
    }
}
