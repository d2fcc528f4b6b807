package org.tollwatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tollwatch.replay.ArchiveExport;
import org.tollwatch.replay.Packing;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The topic of reports to a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes archived reports, with their keys and the times at which they came, to an Avro container file. It is",
            "written beside and moved there when it is whole."
        })
final class ArchiveExportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Where to; usually *.avro.")
    private Path file;

    @Option(
            names = "--codec",
            paramLabel = "CODEC",
            defaultValue = "deflate",
            description = "deflate (default; every reader of Avro has it), zstandard (smaller, faster) or snappy.")
    private Packing codec;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    @Mixin
    private StretchOption stretch;

    @Mixin
    private ConflictOption conflict;

    @Mixin
    private DataOption data;

    ArchiveExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (Files.exists(file) && !force) {
            throw new CommandFailure(file + " is there already; name another file, or replace it with --force", null);
        }
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            ArchiveExport.Written written = write(new ArchiveExport(at));
            console.out()
                    .println(file + ": " + Figures.number(written.reports()) + " reports, "
                            + Figures.number(written.bytes()) + " bytes ("
                            + codec.name().toLowerCase(Locale.ROOT) + ").");
            LeftText.print(written.left(), console);
            console.flush();
        }
        return ExitStatus.OK;
    }

    private ArchiveExport.Written write(ArchiveExport export) {
        try (ProgressBar bar = new ProgressBar(console)) {
            return export.write(
                    file,
                    stretch.in(conflict.conflicts()),
                    codec,
                    reports -> bar.show("exporting " + Figures.number(reports), 0, 0));
        }
    }
}
