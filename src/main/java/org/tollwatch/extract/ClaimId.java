package org.tollwatch.extract;

import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.apache.commons.codec.digest.DigestUtils;

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
        return HexFormat.of().formatHex(DigestUtils.sha256(text.toString()), 0, BYTES);
    }
}
