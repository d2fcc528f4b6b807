package org.tollwatch.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.tollwatch.ask.Json;

/**
 * A replay that is shown in place of the live counting.
 *
 * @param at the time of the reports now; {@link Instant#MIN} before the first
 * @param taken how many reports were taken
 * @param over whether all were
 */
public record Playing(String name, String speed, String policy, Instant at, long taken, boolean over) {

    void fields(JsonGenerator to) throws IOException {
        Json.text(to, "name", name);
        Json.text(to, "speed", speed);
        Json.text(to, "policy", policy);
        Json.text(to, "at", at.equals(Instant.MIN) ? null : at.toString());
        to.writeNumberField("reports", taken);
        to.writeBooleanField("over", over);
    }
}
