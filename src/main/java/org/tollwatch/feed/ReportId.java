package org.tollwatch.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The id of a report that came without one: the first 16 hex digits of the SHA-256 of what it says, so that reading the
 * same file again makes the same id.
 */
final class ReportId {

    private ReportId() {}

    static String of(String source, String url, String title, String text, Instant publishedAt) {
        MessageDigest sha = DigestUtils.getSha256Digest();
        for (String part : new String[] {source, url, title, text, publishedAt.toString()}) {
            // Each part with its length, so that no two ways of cutting the same letters meet.
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 8);
    }
}
