package org.tollwatch.feed;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.stream.Reason;

/**
 * The ids of one run. The same id with the same text is the same report and passes; with another text one of the two is
 * mislabelled, and taking both would let the later silently replace the earlier. About 150 bytes an id.
 */
final class SeenIds {

    private record First(String fingerprint, String origin) {}

    private final Map<String, First> seen = new HashMap<>();

    void admit(String id, String content, String origin) throws Flaw {
        admit(id, 0, content, origin);
    }

    /** @param revision each version of a report has a content of its own */
    void admit(String id, int revision, String content, String origin) throws Flaw {
        String fingerprint = HexFormat.of().formatHex(DigestUtils.sha256(content), 0, 16);
        First first = seen.putIfAbsent(id + "\n" + revision, new First(fingerprint, origin));
        if (first != null && !first.fingerprint.equals(fingerprint)) {
            throw new Flaw(
                    Reason.DUPLICATE_ID,
                    "id: '" + Quoted.brief(id) + "' was given to another text at " + first.origin
                            + "; give each text its own id, or leave the id out");
        }
    }
}
