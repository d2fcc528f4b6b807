package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tollwatch.check.Checked;
import org.tollwatch.check.FileCheck;
import org.tollwatch.check.Kind;
import org.tollwatch.extract.Languages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Data files in; what they are, and what is wrong with them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Says of conflict files, language packs, policies, word profiles and table maps what is wrong with"
                        + " them, and what may be.",
        footer = {"", "Exit status: 0 no errors (hints may be there), 1 errors."})
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--try",
            paramLabel = "TEXT|FILE",
            description = "Show what is read from this text with each conflict file and language pack.")
    private String text;

    @Mixin
    private ArticleOptions articles;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Data files.")
    private List<Path> files;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FileCheck check = new FileCheck(Languages.bundled());
        boolean failed = false;
        for (Path file : files) {
            Checked checked = check.check(file);
            print(file, checked);
            failed |= checked.failed();
            if (text != null && checked.kind().isPresent() && !checked.summary().isEmpty()) {
                attempt(checked.kind().get(), file);
            }
        }
        console.flush();
        return failed ? ExitStatus.FAILED : ExitStatus.OK;
    }

    private void print(Path file, Checked checked) {
        String kind = checked.kind().map(Kind::label).orElse("not known");
        String summary = checked.summary().isEmpty() ? "" : ", " + checked.summary();
        console.out().println(Style.bold(console).of(file + ": " + kind + summary));
        checked.findings()
                .forEach(finding ->
                        console.out().println("  " + (finding.error() ? "error " : "hint ") + finding.message()));
    }

    private void attempt(Kind kind, Path file) {
        if (kind == Kind.CONFLICT || kind == Kind.LANGUAGE_PACK) {
            new Attempt(console, articles.defaults()).print(kind, file, text);
        }
    }
}
