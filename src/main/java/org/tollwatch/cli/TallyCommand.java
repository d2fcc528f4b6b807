package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Reckoning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The figures of a running service. */
@Command(
        name = "tally",
        mixinStandardHelpOptions = true,
        description = "Asks a running service for its figures: low, best and high of each party.")
final class TallyCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "One JSON line a tally.")
    private boolean json;

    @Mixin
    private FilterOption filter;

    @Mixin
    private WindowOption windows;

    @Mixin
    private AsOfOption asOf;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private ServiceOption at;

    TallyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Service service = at.service();
        Query query = filter.in(Query.of("tallies"))
                .with("window", windows.text())
                .with("asOf", asOf.text())
                .with("policy", policy.name());
        boolean any = false;
        for (Conflict conflict : new RemoteConflicts(service).about(filter)) {
            any |= print(conflict, service.all(query.with("conflict", conflict.id())));
        }
        if (!any && !json) {
            console.out().println("No figure: nothing is claimed of what was asked. That is not zero.");
        }
        return ExitStatus.OK;
    }

    private boolean print(Conflict conflict, List<JsonNode> found) {
        if (json) {
            found.forEach(console.out()::println);
        } else {
            RemoteTallies reader = new RemoteTallies(conflict);
            new TallyTable(conflict, console)
                    .print(
                            found.stream()
                                    .map(reader::tally)
                                    .sorted(Reckoning.READING_ORDER)
                                    .toList(),
                            console.out());
        }
        return !found.isEmpty();
    }
}
