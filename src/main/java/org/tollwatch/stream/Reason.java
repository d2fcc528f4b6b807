package org.tollwatch.stream;

import java.util.Locale;

/** Why an input was not counted. Each is a counter and stands in the dead letter. */
public enum Reason {
    /** The file is not there or cannot be opened. */
    UNREADABLE_FILE,
    NOT_UTF8,
    NOT_JSON,
    /** JSON, but not of an article or a report. */
    WRONG_SHAPE,
    TOO_LARGE,
    MISSING_FIELD,
    BAD_VALUE,
    /** A date that is no date, or that no report can have. */
    BAD_DATE,
    UNKNOWN_LANGUAGE,
    /** About no conflict that is known. */
    NO_CONFLICT,
    /** Names a conflict that no conflict file declares. */
    UNKNOWN_CONFLICT,
    /** Not in the registry's wire format, or not a report. */
    UNDECODABLE,
    /** The registry does not know the schema it says it was written with. */
    UNKNOWN_SCHEMA,
    /** Negative, inconsistent, or larger than any toll. */
    BAD_COUNT,
    /** A period that does not end after it starts. */
    BAD_PERIOD,
    UNKNOWN_MEASURE,
    /** The id of an earlier report with other content. */
    DUPLICATE_ID;

    /** The lower-case name used in headers, metrics and JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
