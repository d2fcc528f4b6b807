package org.tollwatch.gather;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a feed's articles come from. */
public sealed interface Origin {

    /** A feed on the web; whether it is RSS, Atom or JSON is told by its bytes. */
    record Web(URI url) implements Origin {}

    /**
     * A folder that files appear in.
     *
     * @param map says which column of a table is which; only with {@link Format#CLAIMS}
     */
    record Folder(Path path, Format format, Optional<Path> map) implements Origin {}

    /** A topic on the same cluster whose values are articles, one JSON object each. */
    record Topic(String name) implements Origin {}

    /** What the files of a folder hold. */
    enum Format {
        /** JSON lines or plain texts, and archives of the web (WARC, WET). */
        ARTICLES,
        /** Incident reports as JSON lines. */
        REPORTS,
        /** Tables with a figure a row. */
        CLAIMS;

        /** As it is written in the file of feeds. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For people; what may be a secret in an address, its query and its user, is left out. */
    default String shown() {
        if (this instanceof Web web) {
            return Shown.address(web.url());
        }
        return this instanceof Folder folder ? folder.path().toString() : "topic " + ((Topic) this).name();
    }
}
