package org.tollwatch.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.YamlFile;
import org.tollwatch.extract.Languages;
import org.tollwatch.extract.PackCheck;
import org.tollwatch.feed.TableMapCheck;
import org.tollwatch.feed.TableMapException;
import org.tollwatch.policy.Policies;

/** Tells what a data file is, and what is wrong with it. */
public final class FileCheck {

    private final Languages languages;

    /** @param languages in whose words names are looked up */
    public FileCheck(Languages languages) {
        this.languages = languages;
    }

    /** Reads the file as what it seems to be. What keeps it from being read is its only finding. */
    public Checked check(Path file) {
        Optional<Kind> kind = Optional.empty();
        try {
            Fields root = YamlFile.read(file.toString(), DataFiles.read(file), "the documents")
                    .fields();
            kind = Kind.of(root.byKey().keySet());
            return checked(
                    kind.orElseThrow(() -> root.at()
                            .problem("it is none of " + String.join(", ", Kind.labels())
                                    + ", by its fields. The documents show the shape of each")),
                    file,
                    root);
        } catch (DataFileException | TableMapException e) {
            return new Checked(kind, "", List.of(Finding.error(e.getMessage())));
        }
    }

    private Checked checked(Kind kind, Path file, Fields root) {
        return switch (kind) {
            case CONFLICT -> new ConflictCheck(root, Conflicts.read(file), languages).checked();
            case LANGUAGE_PACK -> pack(PackCheck.of(file));
            case POLICY -> read(kind, Policies.bundled().read(file).name());
            case WORD_PROFILE -> read(kind, Policies.words(file).name());
            case TABLE_MAP -> map(TableMapCheck.of(file));
        };
    }

    private static Checked read(Kind kind, String summary) {
        return new Checked(Optional.of(kind), summary, List.of());
    }

    private static Checked map(TableMapCheck map) {
        return read(Kind.TABLE_MAP, map.columns() + " columns of theirs, figures a row: " + map.figures());
    }

    private static Checked pack(PackCheck pack) {
        List<Finding> findings = pack.failed().stream()
                .map(failed -> Finding.error(failed.where() + ": the example '" + failed.sentence() + "' gives "
                        + said(failed.read()) + ", not " + said(failed.wanted())
                        + ". Mend the entry, or the example"))
                .toList();
        return new Checked(
                Optional.of(Kind.LANGUAGE_PACK), pack.name() + ", " + pack.examples() + " examples", findings);
    }

    private static String said(List<String> claims) {
        return claims.isEmpty() ? "nothing" : String.join(", ", claims);
    }
}
