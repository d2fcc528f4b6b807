package org.tollwatch.extract;

import org.tollwatch.report.IncidentReport;

/** What became of an article. */
public sealed interface Extraction {

    /** It was read; the report may have no claims. */
    record Read(IncidentReport report) implements Extraction {}

    /**
     * It could not be read.
     *
     * @param detail what a person needs to know to mend it
     */
    record Unread(Reason reason, String detail) implements Extraction {}

    /** Why an article could not be read. */
    enum Reason {
        /** No pack for its language, or the language could not be told. */
        UNKNOWN_LANGUAGE,
        /** It names nobody of the conflict asked for; or nobody at all, and no loss. */
        NO_CONFLICT,
        /** There is nothing to read. */
        NO_TEXT
    }
}
