package org.tollwatch.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tollwatch.alert.RulesFile;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.Defaults;
import org.tollwatch.policy.Policies;
import org.tollwatch.serve.Door;
import org.tollwatch.serve.Server;

/** What {@code ./tollwatch up} runs, on a few reports. */
final class RunningDesk implements AutoCloseable {

    private final Console console =
            Console.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Clock.systemUTC());
    private final Conflicts conflicts = Conflicts.bundled();
    private final Session session;
    private final Watch watch;
    private final Server server;

    private RunningDesk(Path directory, Optional<Path> rules) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        session = Session.start(
                WorkDirectory.kept(directory),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                conflicts,
                meters,
                console);
        watch = Watch.start(
                rules.map(file -> RulesFile.read(file, conflicts)), session, conflicts, Clock.systemUTC(), meters);
        server = Server.start(
                Door.loopback(0), session.service(), conflicts, Policies.bundled(), meters, watch.service());
    }

    static RunningDesk in(Path directory) {
        return in(directory, Optional.empty());
    }

    /** @param rules of alerts; empty: nothing is watched */
    static RunningDesk in(Path directory, Optional<Path> rules) {
        RunningDesk desk = new RunningDesk(directory, rules);
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
        watch.close();
        session.close();
    }
}
