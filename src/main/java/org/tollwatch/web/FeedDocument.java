package org.tollwatch.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A feed out of bytes: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, well formed or not. */
public final class FeedDocument {

    private FeedDocument() {}

    /**
     * Reads what can be read. Never throws; time and memory are bounded by the length of the body.
     *
     * @param body as served, after content encodings such as gzip were undone
     * @param contentType the header as served, for its charset; what kind of feed it is is told by the body
     * @param base where it was served, for relative links; absolute
     */
    public static FeedReading read(byte[] body, Optional<String> contentType, URI base) {
        try {
            Decoded decoded = WebText.decode(WebText.bounded(body), contentType);
            List<String> flaws = new ArrayList<>(decoded.flaws());
            if (body.length > WebText.LONGEST) {
                flaws.add("it is longer than 16 MiB; what is beyond was not read");
            }
            String text = decoded.text().strip();
            if (text.isEmpty()) {
                return new FeedReading.NotAFeed("it is empty");
            }
            return text.startsWith("{") ? JsonFeed.read(text, base, flaws) : new XmlFeed(text, base, flaws).read();
        } catch (RuntimeException | StackOverflowError e) {
            return new FeedReading.NotAFeed("it cannot be read: " + Flaws.shown(String.valueOf(e)));
        }
    }
}
