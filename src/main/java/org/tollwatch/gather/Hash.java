package org.tollwatch.gather;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** The first 16 hex digits of the SHA-256 of some words. */
final class Hash {

    private Hash() {}

    static String of(Object... parts) {
        MessageDigest sha = DigestUtils.getSha256Digest();
        for (Object part : parts) {
            // Each part with its length, so that no two ways of cutting the same letters meet.
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 8);
    }
}
