package org.tollwatch.feed;

import java.time.Instant;

/**
 * What the command line says of articles that do not say it themselves.
 *
 * @param source of a text file; null is the file's name
 * @param language BCP 47; null lets it be recognised
 * @param publishedAt of a text file; null when not given
 */
public record Defaults(String source, String language, Instant publishedAt) {

    public static final Defaults NONE = new Defaults(null, null, null);
}
