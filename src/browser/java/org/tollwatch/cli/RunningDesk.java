package org.tollwatch.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.Defaults;
import org.tollwatch.policy.Policies;
import org.tollwatch.serve.Server;

/** What {@code ./tollwatch up} runs, on a few reports. */
final class RunningDesk implements AutoCloseable {

    private final Console console =
            Console.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Clock.systemUTC());
    private final Conflicts conflicts = Conflicts.bundled();
    private final Session session;
    private final Server server;

    private RunningDesk(Path directory) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        session = Session.start(
                WorkDirectory.kept(directory), Optional.empty(), Optional.empty(), conflicts, meters, console);
        server = Server.start(0, session.service(), conflicts, Policies.bundled(), meters);
    }

    static RunningDesk in(Path directory) {
        RunningDesk desk = new RunningDesk(directory);
        desk.take(List.of(
                Path.of("src/main/resources/samples/karabakh-2020.jsonl"),
                Path.of("src/main/resources/samples/karabakh-2023.jsonl"),
                resource("gaza.jsonl")));
        return desk;
    }

    static Path resource(String name) {
        try {
            return Path.of(RunningDesk.class.getResource("/browser/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when all of it is counted. */
    void take(List<Path> articles) {
        new CountRun(console, session).count(FormatOption.articles(Defaults.NONE, conflicts, console), articles);
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        session.close();
    }
}
