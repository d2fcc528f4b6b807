package org.tollwatch.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What an entry is called that calls itself nothing. */
final class EntryId {

    /** How the ids begin that are made here. */
    static final String MADE = "sha256:";

    private EntryId() {}

    /**
     * A hash of its title, or of its text where it has no title, or of whatever it has: the same on every machine.
     *
     * @param all of its words, with its dates and names
     */
    static String of(Optional<String> title, Optional<String> text, String all) {
        String words = title.filter(t -> !t.isEmpty()).or(() -> text).orElse(all);
        return MADE + hash(words);
    }

    /** The first 16 bytes of SHA-256, in hex. */
    static String hash(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
