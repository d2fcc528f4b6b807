package org.tollwatch.gather;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.data.DataFileException;

/** The word that those who push must know. Compared in the same time whatever they say; never shown. */
public final class Token {

    /** The variable it may be in. */
    public static final String VARIABLE = "TOLLWATCH_PUSH_TOKEN";

    private static final int SHORTEST = 16;

    private final byte[] digest;

    private Token(String word) {
        digest = digest(word);
    }

    /**
     * From the file, else from the variable.
     *
     * @param value of the variable; null when it is not set
     * @return empty when there is neither: nobody may push
     * @throws DataFileException when the file cannot be read, or the word is too short to be a secret
     */
    public static Optional<Token> find(Optional<Path> file, String value) {
        if (file.isPresent()) {
            return Optional.of(checked(read(file.get()), file.get().toString()));
        }
        return Optional.ofNullable(value).filter(word -> !word.isBlank()).map(word -> checked(word.strip(), VARIABLE));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new DataFileException(file.toString(), 0, "", "cannot be read (" + e + "). Write the token into it");
        }
    }

    private static Token checked(String word, String where) {
        if (word.length() < SHORTEST) {
            throw new DataFileException(
                    where, 0, "", "holds a token of less than " + SHORTEST + " letters. Write a longer one");
        }
        return new Token(word);
    }

    /** Whether this is the word. */
    public boolean is(String word) {
        return MessageDigest.isEqual(digest, digest(word));
    }

    private static byte[] digest(String word) {
        return DigestUtils.sha256(word);
    }
}
