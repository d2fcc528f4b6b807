package org.tollwatch.web;

import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

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
        return HexFormat.of().formatHex(DigestUtils.sha256(words), 0, 16);
    }
}
