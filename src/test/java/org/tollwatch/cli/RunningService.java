package org.tollwatch.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** What {@code ./tollwatch up --alerts} runs. */
final class RunningService implements AutoCloseable {

    private static final String RULES =
            "rules:\n  heavy: {party: each, measure: KILLED, threshold: {at: 50}, origins: 1, window: episode, rest: 90d}\n";

    private final Console console =
            Console.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Clock.systemUTC());
    private final Conflicts conflicts = Conflicts.bundled();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Session session;
    private final Watch watch;
    private final Server server;

    private RunningService(Path directory, Path rules) {
        session = Session.start(
                WorkDirectory.kept(directory.resolve("data")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                conflicts,
                meters,
                console);
        watch = Watch.start(
                Optional.of(RulesFile.read(rules, conflicts)), session, conflicts, Clock.systemUTC(), meters);
        server = Server.start(
                Door.loopback(0), session.service(), conflicts, Policies.bundled(), meters, watch.service());
    }

    static RunningService in(Path directory) throws IOException {
        Path rules = Files.writeString(directory.resolve("rules.yaml"), RULES, StandardCharsets.UTF_8);
        return new RunningService(directory, rules);
    }

    /** Returns when all of it is counted. */
    void take(Path... articles) {
        new CountRun(console, session)
                .count(FormatOption.articles(Defaults.NONE, conflicts, console), List.of(articles));
    }

    String url() {
        return server.url();
    }

    /** Whether somebody follows the stream. */
    boolean isWatchedByAnyone() {
        return meters.get("tollwatch.stream.readers").gauge().value() > 0;
    }

    /** The value of the sample that begins so. */
    double metric(String sample) {
        return meters.scrape()
                .lines()
                .filter(line -> line.startsWith(sample))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return java.net.URI.create(server.url()).getPort();
    }

    @Override
    public void close() {
        watch.close();
        server.close();
        session.close();
    }
}
