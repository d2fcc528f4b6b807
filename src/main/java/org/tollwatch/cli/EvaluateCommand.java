package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.evaluate.Evaluation;
import org.tollwatch.evaluate.Evaluator;
import org.tollwatch.evaluate.Gold;
import org.tollwatch.evaluate.GoldReader;
import org.tollwatch.evaluate.GoldText;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Annotated texts in; how well their claims are read out. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures how well claims are read: from texts whose claims are annotated, by language and slot.")
final class EvaluateCommand implements Callable<Integer> {

    /** Which texts, by whether they are kept aside. */
    enum Aside {
        ONLY,
        WITHOUT,
        ALL;

        boolean takes(GoldText text) {
            return this == ALL || text.aside() == (this == ONLY);
        }
    }

    private final Console console;

    @Option(
            names = "--aside",
            paramLabel = "only|without|all",
            defaultValue = "all",
            description = "Texts that no rule was written against: only these, all but these, or all (default).")
    private Aside aside;

    @Option(names = "--language", paramLabel = "CODE", description = "Only texts in this language: en, th, vi ...")
    private String language;

    @Mixin
    private TextsOfConflict conflict;

    @Mixin
    private PublishedOption published;

    @Option(names = "--misses", description = "List each claim missed, each read too many, and each slot read wrongly.")
    private boolean misses;

    @Option(names = "--json", description = "One JSON line a language and one for all; with --misses one a miss, too.")
    private boolean json;

    @Parameters(
            index = "0",
            paramLabel = "GOLD",
            description = "A claims file (gold.jsonl), a folder with one, or a folder of such folders.")
    private Path gold;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXTS",
            description = "The texts: an articles.jsonl, or a folder; if left out, what lies beside the claims.")
    private Path texts;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Conflicts conflicts = conflict.conflicts();
        Optional<String> of = conflict.conflict(conflicts).map(Conflict::id);
        Gold read = new GoldReader(conflicts, published.time())
                .read(gold, Optional.ofNullable(texts))
                .where(text -> wanted(text, of));
        read.flaws().forEach(flaw -> console.complain("rejected " + flaw.getMessage()));
        read.absent().forEach(console::complain);
        if (read.texts().isEmpty()) {
            throw new CommandFailure("No text is left to read. Ask for fewer things with the options.", null);
        }
        List<GoldText> all = read.texts();
        print(Evaluation.of(all, new Evaluator(new Extractor(Languages.bundled(), conflicts), conflicts)));
        console.flush();
        return read.flaws().isEmpty() && read.absent().isEmpty() ? ExitStatus.OK : ExitStatus.REJECTED;
    }

    private boolean wanted(GoldText text, Optional<String> of) {
        return aside.takes(text)
                && (language == null || text.language().equalsIgnoreCase(language))
                && (of.isEmpty() || text.conflict().isEmpty() || text.conflict().equals(of));
    }

    private void print(Evaluation evaluation) {
        if (json) {
            EvaluationJson.print(evaluation, misses, console.out());
            return;
        }
        new EvaluationText(console).print(evaluation);
        if (misses) {
            new MissText(console).print(evaluation);
        }
    }
}
