package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;

/** What lists show of a report, in JSON. */
public final class HeaderJson {

    private HeaderJson() {}

    /** The fields, into an object that is open; {@code claims} is how many. */
    public static void fields(ReportHeader header, JsonGenerator to) throws IOException {
        Json.text(to, "id", header.getId());
        Json.text(to, "source", header.getSource());
        Json.text(to, "url", header.getUrl());
        Json.text(to, "language", header.getLanguage());
        Json.text(to, "publishedAt", header.getPublishedAt().toString());
        Json.text(to, "title", header.getTitle());
        Json.text(to, "conflict", header.getConflict());
        to.writeNumberField("claims", header.getClaims());
        version(header.getRevision(), to);
    }

    /** The same of the report itself. */
    public static void header(IncidentReport report, JsonGenerator to) throws IOException {
        fields(report, to);
        to.writeNumberField("claims", report.getClaims().size());
    }

    /** The same, but for its claims. */
    public static void fields(IncidentReport report, JsonGenerator to) throws IOException {
        Json.text(to, "id", report.getId());
        Json.text(to, "source", report.getSource());
        Json.text(to, "url", report.getUrl());
        Json.text(to, "language", report.getLanguage());
        Json.text(to, "publishedAt", report.getPublishedAt().toString());
        Json.text(to, "title", report.getTitle());
        Json.text(to, "conflict", report.getConflict());
        version(report.getRevision(), to);
        moment("revisedAt", report.getRevisedAt(), to);
        moment("firstSeenAt", report.getFirstSeenAt(), to);
    }

    /** Which version it is, of a report that may have several. */
    static void version(int revision, JsonGenerator to) throws IOException {
        if (revision > 0) {
            to.writeNumberField("revision", revision);
        }
    }

    private static void moment(String field, Instant at, JsonGenerator to) throws IOException {
        if (at != null) {
            Json.text(to, field, at.toString());
        }
    }
}
