package org.tollwatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tollwatch.replay.ArchiveImport;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file to the topic of reports. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the reports of a file that tollwatch archive export wrote on the topic of reports; tollwatch up counts them.",
            "What is there already is not taken again. Exit status: 0 all is there, 3 parts of the file are damaged."
        })
final class ArchiveImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "As tollwatch archive export wrote it.")
    private Path file;

    @Option(names = "--salvage", description = "Take what is whole from a damaged file.")
    private boolean salvage;

    @Mixin
    private DataOption data;

    ArchiveImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new CommandFailure("There is no file " + file + " that can be read", null);
        }
        try (Parts parts = new Parts()) {
            Cluster at = data.openOrMake(parts);
            ArchiveImport.Brought brought = take(new ArchiveImport(Settings.of(at, data.state())));
            console.out()
                    .println(Figures.number(brought.taken()) + " reports taken, " + Figures.number(brought.repeated())
                            + " were there already.");
            brought.damage().forEach(damage -> console.complain("tollwatch: damaged: " + damage));
            console.flush();
            return brought.damage().isEmpty() ? ExitStatus.OK : ExitStatus.REJECTED;
        }
    }

    private ArchiveImport.Brought take(ArchiveImport taking) {
        try (ProgressBar bar = new ProgressBar(console)) {
            return taking.take(file, salvage, reports -> bar.show("importing " + Figures.number(reports), 0, 0));
        }
    }
}
