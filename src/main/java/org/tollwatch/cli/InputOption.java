package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Ledger;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is counted: files, and what an earlier run kept in a directory. */
final class InputOption {

    @Mixin
    private ConflictOption conflict;

    @Mixin
    private FormatOption format;

    @Mixin
    private ArticleOptions articles;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the broker's data and the state in this directory, and count on from there next time.")
    private Path keep;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files of JSON lines (*.jsonl), of plain text, or tables (*.csv).")
    private List<Path> paths;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Whether there is anything to count. */
    boolean isGiven() {
        return paths != null || keep != null;
    }

    /** As it was asked for. */
    Optional<String> conflict() {
        return conflict.asked();
    }

    /**
     * Counts the files on a broker of this process's own, beside what was kept, and then tells.
     *
     * @return the exit status
     */
    int count(Console console, BiConsumer<CountRun, Conflicts> telling) {
        if (!isGiven()) {
            throw misused("Name the files to read, or the directory of an earlier run with --keep");
        }
        List<Path> files = paths == null ? List.of() : paths;
        Conflicts conflicts = format.conflicts(conflict, files);
        SourceReader<IncidentReport> reader = format.reader(articles, conflicts, console);
        WorkDirectory directory = keep == null ? WorkDirectory.forOneRun() : WorkDirectory.kept(keep);
        try (Session session = Session.start(directory, conflicts, console)) {
            CountRun run = new CountRun(console, session);
            run.count(reader, files);
            telling.accept(run, conflicts);
            console.flush();
            return run.summary(conflicts).exitStatus();
        }
    }

    /**
     * Counts the files, and asks the ledger.
     *
     * @return the exit status
     * @throws CommandFailure when nothing is claimed, or of several conflicts
     */
    int ask(Console console, Consumer<Ledger> asking) {
        return count(console, (run, conflicts) -> asking.accept(only(run.ledgers(conflicts))));
    }

    ParameterException misused(String why) {
        return new ParameterException(command.commandLine(), why);
    }

    private static Ledger only(List<Ledger> ledgers) {
        if (ledgers.isEmpty()) {
            throw new CommandFailure(
                    "Nothing is claimed there. tollwatch extract shows what is read from each article.", null);
        }
        if (ledgers.size() > 1) {
            String ids = ledgers.stream().map(l -> l.conflict().id()).collect(Collectors.joining(", "));
            throw new CommandFailure(
                    "The claims are about several conflicts; choose one with --conflict: " + ids, null);
        }
        return ledgers.get(0);
    }
}
