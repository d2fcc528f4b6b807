package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tollwatch.gather.Feed;
import org.tollwatch.gather.Feeds;
import org.tollwatch.gather.FeedsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A file of feeds in; what it says, or what is wrong with it. Nothing is fetched. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what is wrong with a file of feeds, or which feeds it has. Fetches nothing.",
        footer = {"", "Exit status: 0 it can be used, 1 it cannot."})
final class FeedsCheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ConflictOption conflict;

    @Parameters(paramLabel = "FILE", description = "A file of feeds.")
    private Path file;

    FeedsCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Feeds feeds = FeedsFile.read(file, conflict.conflicts());
        console.out()
                .println(Style.bold(console).of(file + ": feeds " + feeds.all().size()));
        feeds.all().forEach(feed -> console.out().println("  " + line(feed)));
        console.flush();
        return ExitStatus.OK;
    }

    private static String line(Feed feed) {
        String about = String.join(
                ", ",
                Stream.of(
                                feed.language(),
                                feed.region(),
                                feed.country(),
                                feed.conflict().map(id -> "only " + id))
                        .flatMap(part -> part.stream())
                        .toList());
        List<String> parts = Stream.of(feed.source(), about, "every " + pause(feed))
                .filter(part -> !part.isEmpty())
                .toList();
        return feed.name() + ": " + feed.origin().shown() + " (" + String.join("; ", parts) + ")";
    }

    private static String pause(Feed feed) {
        long seconds = feed.every().toSeconds();
        return seconds >= 60 ? seconds / 60 + " min" : feed.every().toMillis() / 1000.0 + " s";
    }
}
