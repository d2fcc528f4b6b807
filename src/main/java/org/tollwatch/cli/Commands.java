package org.tollwatch.cli;

import org.apache.kafka.common.KafkaException;
import org.tollwatch.data.DataFileException;
import org.tollwatch.stream.StreamException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands, and how their failures are told. */
@Command(
        name = "tollwatch",
        version = "Tollwatch 0.1.0",
        mixinStandardHelpOptions = true,
        description =
                "Keeps the count of reported casualties, evacuations and strikes, with the words behind every figure.",
        footer = {
            "",
            "Exit status: 0 everything was taken, 1 it could not run, 2 wrong usage, 3 some input was rejected."
        })
final class Commands implements Runnable {

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "On a failure, print where in the program it happened.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private Commands() {}

    static CommandLine line(Console console) {
        Commands root = new Commands();
        return new CommandLine(root)
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new WatchCommand(console))
                .addSubcommand(new TallyCommand(console))
                .addSubcommand(new ClaimsCommand(console))
                .addSubcommand(new CountCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new ExtractCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new CommandLine(new ReplayCommand(console))
                        .addSubcommand(new ReplayListCommand(console))
                        .addSubcommand(new ReplayDiffCommand(console))
                        .addSubcommand(new ReplayRmCommand(console)))
                .addSubcommand(new CommandLine(new ArchiveCommand())
                        .addSubcommand(new ArchiveExportCommand(console))
                        .addSubcommand(new ArchiveImportCommand(console)))
                .addSubcommand(new CommandLine(new DlqCommand())
                        .addSubcommand(new DlqListCommand(console))
                        .addSubcommand(new DlqShowCommand(console))
                        .addSubcommand(new DlqRetryCommand(console)))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new CommandLine(new AlertsCommand())
                        .addSubcommand(new AlertsListCommand(console))
                        .addSubcommand(new AlertsCheckCommand(console))
                        .addSubcommand(new AlertsBacktestCommand(console)))
                .addSubcommand(new CommandLine(new FeedsCommand())
                        .addSubcommand(new FeedsCheckCommand(console))
                        .addSubcommand(new FeedsTryCommand(console)))
                .addSubcommand(new CommandLine(new TokensCommand())
                        .addSubcommand(new TokensAddCommand(console))
                        .addSubcommand(new TokensListCommand(console))
                        .addSubcommand(new TokensRemoveCommand(console)))
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Console.DEFAULT_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> misused(e, console))
                .setExecutionExceptionHandler((e, line, parsed) -> root.failed(e, console));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What was wrong with the command line; the whole help would bury it. */
    private static int misused(CommandLine.ParameterException failure, Console console) {
        console.complain("tollwatch: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, console.err());
        console.complain("See '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        console.flush();
        return ExitStatus.USAGE;
    }

    private int failed(Exception failure, Console console) {
        if (stopping()) {
            return ExitStatus.FAILED; // what fails while everything is being stopped is no news
        }
        // Kafka's own failures say what is wrong with it, and no error of ours.
        String message = failure instanceof KafkaException
                ? "Kafka cannot be used: " + StreamException.rootOf(failure)
                : failure.getMessage();
        console.complain("tollwatch: "
                + (message == null || message.isBlank() ? failure.getClass().getSimpleName() : message));
        if (debug) {
            failure.printStackTrace(console.err());
        } else if (unexpected(failure)) {
            console.complain("This is an error in Tollwatch; run again with --debug and report what it prints.");
        }
        console.flush();
        return failure instanceof CommandLine.ParameterException ? ExitStatus.USAGE : ExitStatus.FAILED;
    }

    /** After Ctrl-C. Java tells only by refusing another hook. */
    private static boolean stopping() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Failures that our own rooms raise say what to do; those of the platform do not. */
    private static boolean unexpected(Exception failure) {
        return !(failure instanceof DataFileException)
                && !(failure instanceof KafkaException)
                && !failure.getClass().getName().startsWith("org.tollwatch.");
    }
}
