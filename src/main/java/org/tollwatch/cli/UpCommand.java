package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.state.HostInfo;
import org.tollwatch.alert.RulesFile;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.Defaults;
import org.tollwatch.gather.Feeds;
import org.tollwatch.gather.FeedsFile;
import org.tollwatch.guard.Secret;
import org.tollwatch.policy.Policies;
import org.tollwatch.serve.Beside;
import org.tollwatch.serve.Door;
import org.tollwatch.serve.Instruments;
import org.tollwatch.serve.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a desk leaves running: takes reports in, counts, and answers. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps counting what is on the topic of reports, and answers over HTTP, until it is stopped. Kafka and the schema",
            "registry run inside this process, unless there is a cluster to use."
        })
final class UpCommand implements Callable<Integer> {

    private static final String PUSH_VARIABLE = "TOLLWATCH_PUSH_TOKEN";

    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tollwatch-data",
            description = "Where the data and the state are kept; default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to answer at; 0: any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--alerts",
            paramLabel = "FILE",
            description = "Watch the tallies by the rules of this file, and tell its receivers; docs/alerts.md.")
    private Path alerts;

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description = "Look at the feeds of this file, and take in what is new; docs/feeds.md.")
    private Path feeds;

    @Option(
            names = "--push-token",
            paramLabel = "FILE",
            description = {
                "A file with one word that those who push reports must know; without it, the variable",
                "TOLLWATCH_PUSH_TOKEN. With neither, only tokens of --tokens with the role push may."
            })
    private Path pushToken;

    @Option(
            names = "--application-server",
            paramLabel = "HOST:PORT",
            description = {
                "Where other instances on the same cluster reach this one, so that each can answer for all. Default:",
                "--listen and --port."
            })
    private String server;

    @Mixin
    private ListenOption listen;

    @Mixin
    private TokenOption token;

    @Mixin
    private ClusterOption cluster;

    @Mixin
    private ConflictOption conflict;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files of articles to take in at the start.")
    private List<Path> paths = List.of();

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Conflicts conflicts = conflict.conflicts();
        Optional<RulesFile> rules = Optional.ofNullable(alerts).map(file -> RulesFile.read(file, conflicts));
        Optional<Feeds> live = Optional.ofNullable(feeds).map(file -> FeedsFile.read(file, conflicts));
        Door door = listen.door(
                port, Secret.find(Optional.ofNullable(pushToken), PUSH_VARIABLE, System.getenv(PUSH_VARIABLE)));
        try (Instruments instruments = Instruments.on(data);
                Session session = Awaited.start(
                        () -> Session.start(
                                WorkDirectory.kept(data),
                                cluster.addresses(),
                                server(door),
                                token.token(),
                                conflicts,
                                instruments.registry(),
                                console),
                        console);
                Gathering gathering = Gathering.start(
                        live, door.gate().takesPushes(), session, conflicts, instruments.registry(), console);
                Watch watch = Watch.start(rules, session, conflicts, console.clock(), instruments.registry());
                Server server = Server.start(
                        door,
                        session.service(),
                        conflicts,
                        Policies.bundled(),
                        instruments.registry(),
                        new Beside(watch.service(), gathering.service(), gathering.pushes()))) {
            watch.tell(server.url(), instruments.registry(), console.clock());
            console.out().println("Tollwatch answers at " + server.url() + "; Ctrl-C stops it.");
            live.ifPresent(all -> console.out()
                    .println("Feeds looked at: " + all.all().size() + "; " + server.url()
                            + "/api/v1/feeds says how they do."));
            console.flush();
            if (!paths.isEmpty()) {
                CountRun run = new CountRun(console, session);
                run.count(FormatOption.articles(Defaults.NONE, conflicts, console), paths);
                run.summary(conflicts).print(console.out());
                console.flush();
            }
            new CountDownLatch(1).await(); // until the process is told to stop
        }
        return ExitStatus.OK;
    }

    /** A cluster inside this process has no other instances. */
    private Optional<HostInfo> server(Door door) {
        if (cluster.addresses().isEmpty()) {
            return Optional.empty();
        }
        String at = server == null ? door.reachedAt() : server;
        try {
            return Optional.of(HostInfo.buildFromEndpoint(at));
        } catch (RuntimeException e) {
            throw new CommandFailure("--application-server " + at + " is no HOST:PORT, as in 10.0.0.7:8080", e);
        }
    }
}
