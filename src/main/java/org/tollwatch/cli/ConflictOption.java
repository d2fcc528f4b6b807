package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import picocli.CommandLine.Option;

/** Which conflicts are known: all that come with Tollwatch, or the one that was asked for. */
final class ConflictOption {

    @Option(
            names = "--conflict",
            paramLabel = "ID|FILE",
            description = "Only this conflict: the id of one that comes with Tollwatch, or your own YAML file.")
    private String asked;

    Optional<String> asked() {
        return Optional.ofNullable(asked);
    }

    /** @throws DataFileException when there is no such conflict, or its file is wrong */
    Conflicts conflicts() {
        return conflicts(List.of());
    }

    /** @param more conflicts that are known besides those that come with Tollwatch */
    Conflicts conflicts(List<Conflict> more) {
        Conflicts all = Conflicts.bundled().with(more);
        return asked == null ? all : Conflicts.of(all.byId(asked).orElseGet(() -> read(asked, all)));
    }

    private static Conflict read(String asked, Conflicts known) {
        if (DataFiles.exists(asked)) {
            return Conflicts.read(Path.of(asked));
        }
        String ids = known.all().stream().map(Conflict::id).collect(Collectors.joining(", "));
        throw new DataFileException(
                "--conflict " + asked, 0, "", "no conflict has this id, and no file this name. Known are: " + ids);
    }
}
