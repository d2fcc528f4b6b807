package org.tollwatch.gather;

import java.time.Duration;

/**
 * What one fetch may cost.
 *
 * @param largest of a body, in bytes, packed and unpacked
 * @param patience for the whole exchange, from looking the name up to the last byte, with all redirects
 * @param redirects how many are followed
 */
public record Limits(int largest, Duration patience, int redirects) {

    /** 8 MiB, 30 seconds, 5 redirects. */
    public static final Limits USUAL = new Limits(8 << 20, Duration.ofSeconds(30), 5);
}
