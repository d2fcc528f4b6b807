package org.tollwatch.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tollwatch.ask.Labels;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.stream.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The claims of a running service. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        description =
                "Asks a running service for claims, the newest first: who says what, in which words, where it stands.")
final class ClaimsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "One JSON line a claim.")
    private boolean json;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "About this time or later: a date, or a date and time, of the conflict's zone.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "About the time before; exclusive.")
    private String to;

    @Option(names = "--report", paramLabel = "ID", description = "Of the report with this id.")
    private String report;

    @Mixin
    private FilterOption filter;

    @Mixin
    private AsOfOption asOf;

    @Mixin
    private ServiceOption at;

    ClaimsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Service service = at.service();
        Query query = filter.in(Query.of("claims"))
                .with("from", from)
                .with("to", to)
                .with("report", report)
                .with("asOf", asOf.text());
        for (Conflict conflict : new RemoteConflicts(service).about(filter)) {
            RemoteClaims reader = new RemoteClaims(conflict.id());
            Labels labels = new Labels(Optional.of(conflict));
            service.each(query.with("conflict", conflict.id()), claim -> {
                if (json) {
                    console.out().println(claim);
                } else {
                    print(Ledger.of(conflict, List.of(reader.entry(claim))), labels);
                }
            });
        }
        return ExitStatus.OK;
    }

    private void print(Ledger ledger, Labels labels) {
        EvidenceText text = new EvidenceText(ledger, labels, console.width());
        for (LedgerEntry entry : ledger.entries()) {
            text.lines(entry, "").forEach(console.out()::println);
        }
        console.out().println();
    }
}
