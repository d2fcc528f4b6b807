package org.tollwatch.alert;

import java.time.Instant;
import java.util.Optional;

/** The words of a claim that an alert stands on. */
public record Quote(
        String claim, String claimant, String words, String source, Optional<String> url, Instant publishedAt) {}
