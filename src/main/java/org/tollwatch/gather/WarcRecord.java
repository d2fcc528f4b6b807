package org.tollwatch.gather;

import java.util.Map;
import java.util.Optional;

/**
 * One record of an archive of the web.
 *
 * @param headers by name in lower case
 * @param body empty where it is larger than is read
 * @param length how long the body really is
 */
record WarcRecord(Map<String, String> headers, byte[] body, long length) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String type() {
        return headers.getOrDefault("warc-type", "");
    }

    boolean tooLarge() {
        return length > body.length;
    }
}
