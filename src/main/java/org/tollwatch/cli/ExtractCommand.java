package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tollwatch.ask.ReportJson;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.report.IncidentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles in, their claims out; no broker. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Prints each article with the claims read from it.")
final class ExtractCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "One JSON line a report.")
    private boolean json;

    @Mixin
    private ConflictOption conflict;

    @Mixin
    private ArticleOptions articles;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files of JSON lines (*.jsonl), or of plain text.")
    private List<Path> paths;

    ExtractCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Conflicts conflicts = conflict.conflicts();
        ReportPrinter printer = json ? json(conflicts) : new ReportText(conflicts, console);
        RejectionLog rejections = new RejectionLog(console);
        SourceReader<IncidentReport> reader = FormatOption.articles(articles.defaults(), conflicts, console);
        for (Path path : paths) {
            reader.read(path, input -> take(input, printer, rejections));
        }
        console.flush();
        return rejections.exitStatus();
    }

    private static ReportPrinter json(Conflicts conflicts) {
        ReportJson reports = new ReportJson(conflicts);
        return (report, out) -> out.println(reports.line(report));
    }

    private void take(Input<IncidentReport> input, ReportPrinter printer, RejectionLog rejections) {
        if (input instanceof Input.Taken<IncidentReport> taken) {
            printer.print(taken.value(), console.out());
        } else if (input instanceof Input.Rejected<IncidentReport> rejected) {
            rejections.add(rejected.rejection());
        }
    }
}
