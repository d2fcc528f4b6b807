package org.tollwatch.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/** Makes a claim's id from what is said, by whom and in which words: the same claim arriving again has the same id. */
final class ClaimId {

    private static final int BYTES = 8;

    private ClaimId() {}

    /** @param said never the report's id, its address or an offset */
    static String of(List<Object> said) {
        StringJoiner text = new StringJoiner("\n");
        for (Object one : said) {
            text.add(String.valueOf(one));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
