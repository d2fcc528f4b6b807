package org.tollwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tollwatch.ask.Question;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.Defaults;
import org.tollwatch.ledger.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The whole way once, on the sample reports: what a newcomer runs first. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Counts the sample reports that come with Tollwatch, and explains what is shown.")
final class DemoCommand implements Callable<Integer> {

    private static final String BEFORE = """
            Thirteen sample reports in English, Thai and Vietnamese are read, turned into claims, published to a
            Kafka broker inside this process, and counted by a Kafka Streams topology.
            """;

    private static final String AFTER = """
            How to read it
              low, best, high   what the claims support; "or more" means that nothing bounds it above.
              confirmed         the party that suffered says so itself, or two independent origins agree
              reported          one origin
              contested         the claimants' figures do not meet
              claimed           only the adversary says so: low is 0 until somebody else does
            The same figure in five outlets or three languages counts once, and a running total is never added
            to the daily figures it contains.

            Next
              ./tollwatch extract FILE...          the articles with the words of every claim marked
              ./tollwatch count FILE...            your own articles; --window day, --json and more: count --help
              ./tollwatch explain --measure killed FILE...   why a figure is what it is
            """;

    private final Console console;

    @Mixin
    private PolicyOption policy;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Policy> asked = List.of(policy.policy());
        PrintWriter out = console.out();
        out.println(BEFORE);
        out.flush();
        Conflicts conflicts = Conflicts.bundled();
        WorkDirectory directory = WorkDirectory.forOneRun();
        try (Session session = Session.start(directory, conflicts, console)) {
            List<Path> samples = Samples.copyTo(directory.path());
            CountRun run = new CountRun(console, session);
            run.count(FormatOption.articles(Defaults.NONE, conflicts, console), samples);
            run.tallies(conflicts, new Question(List.of(), Optional.empty(), asked))
                    .forEach((about, tallies) -> new TallyTable(about, console).print(tallies, out));
            out.println();
            out.println(AFTER);
            CountSummary summary = run.summary(conflicts);
            summary.print(out);
            return summary.exitStatus();
        }
    }
}
