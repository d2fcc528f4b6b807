package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.Suggestion;
import org.tollwatch.gather.Feed;
import org.tollwatch.gather.Feeds;
import org.tollwatch.gather.FeedsFile;
import org.tollwatch.gather.Origin;
import org.tollwatch.gather.ReportMaker;
import org.tollwatch.gather.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One feed, fetched once. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description =
                "Fetches a feed once and shows what would be published of it, with what is wrong; publishes nothing.",
        footer = {
            "",
            "Exit status: 0 it is a feed, 1 it cannot be fetched or is none, 3 some entries would be rejected."
        })
final class FeedsTryCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ConflictOption conflict;

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description = "The file it stands in; without it, one of the sets that come with Tollwatch.")
    private Path file;

    @Option(
            names = "--entries",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many entries are read, from the first; default: ${DEFAULT-VALUE}.")
    private int most;

    @Parameters(paramLabel = "NAME", description = "The feed's name.")
    private String name;

    FeedsTryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Conflicts conflicts = conflict.conflicts();
        Feeds feeds = file == null ? sets(conflicts) : FeedsFile.read(file, conflicts);
        Feed feed = feeds.named(name).orElseThrow(() -> unknown(feeds));
        if (!(feed.origin() instanceof Origin.Web)) {
            throw new CommandFailure(
                    name + " is no feed on the web; ./tollwatch extract shows what is read from files", null);
        }
        ReportMaker maker = new ReportMaker(conflicts, console.clock());
        Trial.Outcome outcome = Trial.of(feed, feeds, maker, console.clock(), most);
        if (outcome.failure().isPresent()) {
            throw new CommandFailure(
                    feed.name() + " (" + feed.origin().shown() + "): "
                            + outcome.failure().get(),
                    null);
        }
        tell(feed, outcome, new ReportText(conflicts, console));
        console.flush();
        return outcome.pieces().stream().allMatch(piece -> piece.made() instanceof ReportMaker.Made.Report)
                ? ExitStatus.OK
                : ExitStatus.REJECTED;
    }

    private void tell(Feed feed, Trial.Outcome outcome, ReportText text) {
        console.out()
                .println(Style.bold(console).of(feed.name() + ": entries " + outcome.entries()) + ", shown "
                        + outcome.pieces().size());
        outcome.moved().ifPresent(to -> console.out().println("It has moved for good to " + to + "; change its url."));
        outcome.flaws().forEach(flaw -> console.out().println("flaw: " + flaw));
        console.out().println();
        for (Trial.Piece piece : outcome.pieces()) {
            if (piece.made() instanceof ReportMaker.Made.Report made) {
                text.print(made.report(), console.out());
            } else {
                console.out().println(Style.bold(console).of(piece.title()));
                console.out()
                        .println("rejected: "
                                + ((ReportMaker.Made.Refused) piece.made())
                                        .rejection()
                                        .detail());
            }
            piece.flaws().forEach(flaw -> console.out().println("flaw: " + flaw));
            console.out().println();
        }
    }

    private static Feeds sets(Conflicts conflicts) {
        return new Feeds(
                FeedsFile.sets().stream()
                        .flatMap(set -> FeedsFile.set(set, conflicts).all().stream())
                        .toList(),
                java.time.Duration.ofSeconds(1));
    }

    private CommandFailure unknown(Feeds feeds) {
        var names = feeds.all().stream().map(Feed::name).toList();
        return new CommandFailure(
                "There is no feed '" + name + "'. "
                        + Suggestion.of(name, names, "Known: " + names.stream().collect(Collectors.joining(", "))),
                null);
    }
}
