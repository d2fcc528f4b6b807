package org.tollwatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample reports that come with Tollwatch, as files. */
final class Samples {

    private static final List<String> NAMES = List.of("karabakh-2020.jsonl", "karabakh-2023.jsonl");

    private Samples() {}

    /** Copies them into the directory: readers take files, and these lie in the jar. */
    static List<Path> copyTo(Path directory) {
        return NAMES.stream().map(name -> copy(name, directory)).toList();
    }

    private static Path copy(String name, Path directory) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new CommandFailure("The sample " + name + " is not part of this build. Build it again.", null);
            }
            Path file = directory.resolve(name);
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new CommandFailure(
                    "The samples cannot be written to " + directory + " (" + e.getMessage()
                            + "). Free some space there.",
                    e);
        }
    }
}
