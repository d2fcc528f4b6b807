package org.tollwatch.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.data.DataFileException;

/** A word that must be known. Comes from a file or the environment, never from an argument, which all on the machine can see. */
public final class Secret {

    private static final int SHORTEST = 16;

    private final String word;

    private Secret(String word) {
        this.word = word;
    }

    /**
     * From the file, else from the variable.
     *
     * @param file that holds it and nothing else
     * @param variable its name, to be told when something is wrong
     * @param value of the variable; null when it is not set
     * @return empty when there is neither
     * @throws DataFileException when the file cannot be read, or the word is too short to be a secret, or none at all
     */
    public static Optional<Secret> find(Optional<Path> file, String variable, String value) {
        if (file.isPresent()) {
            return Optional.of(checked(read(file.get()), file.get().toString()));
        }
        return Optional.ofNullable(value).filter(word -> !word.isBlank()).map(word -> checked(word.strip(), variable));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new DataFileException(file.toString(), 0, "", "cannot be read (" + e + "). Write the token into it");
        }
    }

    private static Secret checked(String word, String where) {
        if (word.length() < SHORTEST) {
            throw new DataFileException(
                    where, 0, "", "holds a token of less than " + SHORTEST + " letters. Write a longer one");
        }
        if (!word.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw new DataFileException(
                    where,
                    0,
                    "",
                    "holds more than one word, or letters that a request cannot carry. Write the token alone");
        }
        return new Secret(word);
    }

    /** Whether this is the word; takes as long whatever is said. */
    public boolean is(String said) {
        return MessageDigest.isEqual(DigestUtils.sha256(word), DigestUtils.sha256(said));
    }

    /** The header that shows it to whom it is meant for. */
    public String bearer() {
        return "Bearer " + word;
    }

    /** Never the word. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
