package org.tollwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The figures of a running service, as they change. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the figures of a running service as they change, until Ctrl-C. On a terminal a table that is drawn anew; in a",
            "pipe the table once, and then a line for each change and each report. After a break it goes on where it was."
        })
final class WatchCommand implements Callable<Integer> {

    private static final int HEIGHT = 40;

    private final Console console;

    enum Kind {
        DAY,
        WEEK,
        MONTH,
        EPISODE
    }

    @Option(
            names = "--window",
            split = ",",
            defaultValue = "EPISODE",
            paramLabel = "KIND",
            description = "Which windows, of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private List<Kind> windows;

    @Option(names = "--json", description = "One JSON line an event, as they come.")
    private boolean json;

    @Mixin
    private FilterOption filter;

    @Mixin
    private ServiceOption at;

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Service service = at.service();
        List<String> kinds = windows.stream()
                .map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
        Watching watching = Watching.of(service, filter, kinds);
        try (LiveView view = console.terminal() && !json
                        ? new LiveTable(
                                console, Integer.getInteger("tollwatch.terminal.lines", HEIGHT), service.toString())
                        : new LiveLines(console, json);
                watching) {
            watching.run(view, console.out()::checkError);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.OK;
    }
}
