package org.tollwatch.gather;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/**
 * One answer of one server.
 *
 * @param body as it came, packed
 */
record Hop(int status, HttpFields headers, byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    boolean redirects() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean permanently() {
        return status == 301 || status == 308;
    }
}
