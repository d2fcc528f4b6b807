package org.tollwatch.stream;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** The newest records of a topic, to tell one that is there again. Not for several threads at a time. */
final class Recent {

    private final Map<ByteBuffer, Boolean> seen;

    /** @param most how many are held */
    Recent(int most) {
        seen = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** Whether the same bytes are not among them; they are from now on. */
    boolean isNew(byte[] value) {
        return seen.put(digest(value), true) == null;
    }

    private static ByteBuffer digest(byte[] value) {
        return ByteBuffer.wrap(DigestUtils.sha256(value));
    }
}
