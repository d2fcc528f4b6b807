package org.tollwatch.serve;

import java.util.Optional;
import org.tollwatch.ask.Json;

/**
 * A problem as RFC 9457 has it: what was wrong, where, and what to do.
 *
 * @param field of the request; empty when none is to blame
 */
record Problem(int status, String title, String detail, Optional<String> field) {

    static final String TYPE = "application/problem+json";

    static Problem wrong(String field, String detail) {
        return new Problem(400, "The request cannot be understood", detail, Optional.of(field));
    }

    static Problem absent(String detail) {
        return new Problem(404, "There is no such thing", detail, Optional.empty());
    }

    static Problem notReady(String detail) {
        return new Problem(503, "This cannot be answered now", detail, Optional.empty());
    }

    String json() {
        return Json.line(to -> {
            Json.text(to, "type", "about:blank");
            Json.text(to, "title", title);
            to.writeNumberField("status", status);
            Json.text(to, "detail", detail);
            if (field.isPresent()) {
                Json.text(to, "field", field.get());
            }
        });
    }
}
