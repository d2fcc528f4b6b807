package org.tollwatch.alert;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;

/** The rules of a file, read again when it changes. One that cannot be used leaves the rules as they were. */
public final class RulesFile implements Supplier<Rules> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFile.class);

    private record Version(byte[] bytes, Rules rules) {}

    private final Path file;
    private final RulesReader reader;
    private final AtomicReference<Version> version = new AtomicReference<>();

    private RulesFile(Path file, Conflicts conflicts) {
        this.file = file;
        this.reader = new RulesReader(conflicts);
    }

    /** @throws DataFileException if it cannot be used; says where and why */
    public static RulesFile read(Path file, Conflicts conflicts) {
        RulesFile rules = new RulesFile(file, conflicts);
        byte[] bytes = DataFiles.read(file);
        rules.version.set(new Version(bytes, rules.reader.read(file.toString(), bytes)));
        return rules;
    }

    /** The rules to begin with, which come with Tollwatch. */
    public static Rules bundled(Conflicts conflicts) {
        return new RulesReader(conflicts).read("alerts/default.yaml", DataFiles.bundled("alerts", "default.yaml"));
    }

    @Override
    public Rules get() {
        return version.get().rules();
    }

    /** Looks at the file. */
    void refresh() {
        Version known = version.get();
        byte[] bytes = known.bytes();
        try {
            bytes = DataFiles.read(file);
            if (!Arrays.equals(bytes, known.bytes())) {
                version.set(new Version(bytes, reader.read(file.toString(), bytes)));
                LOG.info("The alert rules of {} are read again.", file);
            }
        } catch (DataFileException e) {
            // Said once for each writing of the file, not each time it is looked at.
            if (!Arrays.equals(bytes, known.bytes())) {
                version.set(new Version(bytes, known.rules()));
                LOG.error("The alert rules stay as they were: {}", e.getMessage());
            }
        }
    }
}
