package org.tollwatch.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.ledger.Policy;
import org.tollwatch.policy.Policies;
import org.tollwatch.replay.ReReading;
import org.tollwatch.replay.Replay;
import org.tollwatch.replay.ReplayName;
import org.tollwatch.replay.ReplayRequest;
import org.tollwatch.replay.Speed;
import org.tollwatch.serve.Door;
import org.tollwatch.serve.Instruments;
import org.tollwatch.serve.Server;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The archive counted once more. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Counts archived reports once more, under another policy, with today's reading of their texts, or at the pace at",
            "which they came. Its tallies are its own: the live ones and their alerts are not touched. Stopped, it goes on",
            "where it was when it is asked for again. docs/replay.md"
        })
final class ReplayCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "max",
            converter = SpeedConverter.class,
            description = "max (default), or how many times as fast as it was, in the order of publication: 60x.")
    private Speed speed;

    @Option(
            names = "--re-extract",
            description = "Read the archived texts again with this version's extractor, and tell what that changes.")
    private boolean reExtract;

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            description = "With --re-extract: a JSON line for every report that is read otherwise; added to the file.")
    private java.nio.file.Path changes;

    @Option(
            names = "--into",
            paramLabel = "NAME",
            description = "What the replay is called; default: after what is asked for.")
    private String name;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {
                "Answer over HTTP and show the dashboard of the replay there, until it is stopped; 0: any free port."
            })
    private Integer port;

    @Mixin
    private ListenOption listen;

    @Mixin
    private StretchOption stretch;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private ConflictOption conflict;

    @Mixin
    private DataOption data;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (changes != null && !reExtract) {
            throw new CommandFailure("--changes has what --re-extract changes; give both, or neither", null);
        }
        Conflicts conflicts = conflict.conflicts();
        Policy under = policy.policy();
        Optional<Door> door = Optional.ofNullable(port).map(p -> listen.door(p, Optional.empty()));
        try (Parts parts = new Parts();
                ChangeFile file = ChangeFile.of(Optional.ofNullable(changes))) {
            Cluster at = data.open(parts);
            Settings live = Settings.of(at, data.state());
            Instruments instruments = parts.add(Instruments.on(data.directory()));
            Optional<ReReading> reading = reExtract
                    ? Optional.of(new ReReading(new Extractor(Languages.bundled(), conflicts)::extract))
                    : Optional.empty();
            ReplayRequest request = new ReplayRequest(
                    new ReplayName(name == null ? named(under) : name),
                    stretch.in(conflicts),
                    speed,
                    under,
                    reading,
                    file::add);
            Replay replay = parts.add(Replay.start(live, request, conflicts, instruments.registry(), console.clock()));
            Optional<Server> server = door.map(d -> parts.add(Server.start(
                    d,
                    replay.service(),
                    conflicts,
                    Policies.bundled(),
                    instruments.registry(),
                    new PlayingOf(replay, request)::now,
                    under)));
            server.ifPresent(s -> tell("The replay '" + request.name().text() + "' is shown at " + s.url() + "."));
            new ReplayProgress(console).follow(replay, request);
            if (server.isPresent()) {
                tell("It is over, and still shown at " + server.get().url() + "; Ctrl-C ends that.");
                new CountDownLatch(1).await(); // until the process is told to stop
            }
        }
        return ExitStatus.OK;
    }

    private void tell(String line) {
        console.out().println(line);
        console.flush();
    }

    /** The same is called the same, so that it goes on when it is asked for again. */
    private String named(Policy under) {
        String full = stretch.brief()
                + (under.equals(Policy.standard()) ? "" : "-" + under.name())
                + (reExtract ? "-reread" : "")
                + (speed.isMax() ? "" : "-paced");
        String simple = full.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return simple.substring(0, Math.min(simple.length(), 40));
    }

    /** Reads a speed from an option. */
    static final class SpeedConverter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return Speed.parse(text);
            } catch (RuntimeException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
