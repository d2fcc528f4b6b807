package org.tollwatch.extract;

import java.time.Instant;
import java.util.Objects;

/**
 * A report as it was published, before anything is read from it.
 *
 * @param source the outlet
 * @param url where it stands; may be null
 * @param language BCP 47 code; null lets {@link Languages} recognise it
 * @param publishedAt when the outlet published it: relative dates ("on Tuesday") are read from here
 * @param title may be null
 * @param text what the claims' offsets point into
 */
public record Article(
        String id, String source, String url, String language, Instant publishedAt, String title, String text) {

    public Article {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(text, "text");
    }
}
