package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import picocli.CommandLine.Option;

/** Only texts about one conflict; all are known while they are read, as telling which it is is part of the task. */
final class TextsOfConflict {

    @Option(
            names = "--conflict",
            paramLabel = "ID|FILE",
            description = "Only texts about this conflict, or none that is said: an id, or your own YAML file, which is"
                    + " then known too.")
    private String asked;

    /** @throws DataFileException when there is no such conflict, or its file is wrong */
    Conflicts conflicts() {
        Conflicts all = Conflicts.bundled();
        if (asked == null || all.byId(asked).isPresent()) {
            return all;
        }
        if (DataFiles.exists(asked)) {
            return all.with(Path.of(asked));
        }
        String ids = all.all().stream().map(Conflict::id).collect(Collectors.joining(", "));
        throw new DataFileException(
                "--conflict " + asked, 0, "", "no conflict has this id, and no file this name. Known are: " + ids);
    }

    Optional<Conflict> conflict(Conflicts known) {
        if (asked == null) {
            return Optional.empty();
        }
        return known.byId(asked).or(() -> Optional.of(Conflicts.read(Path.of(asked))));
    }
}
