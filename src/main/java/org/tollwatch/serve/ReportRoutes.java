package org.tollwatch.serve;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tollwatch.ask.AsOf;
import org.tollwatch.ask.HeaderJson;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.ReportJson;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.stream.ReportArchive;
import org.tollwatch.stream.SourceCoverage;

/** What was reported, by whom, and how much of it. */
final class ReportRoutes {

    /** After every publication, and of as many digits in the index. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Answers answers;

    ReportRoutes(Answers answers) {
        this.answers = answers;
    }

    /** The newest first; {@code next} is the {@code before} of the next page. */
    void reports(Context request) {
        Asked asked =
                answers.asked(request).only("conflict", "source", "language", "before", "asOf", "format", "limit");
        Optional<Conflict> conflict = asked.text("conflict").map(answers::conflict);
        List<String> conflicts = conflict
                .map(List::of)
                .orElse(List.copyOf(answers.conflicts().all()))
                .stream()
                .map(Conflict::id)
                .toList();
        Format format = asked.format(Format.CSV, Format.JSONL);
        if (format != Format.JSON) {
            new Download(asked, "reports", format)
                    .send(
                            new ReportListing(answers.conflicts()).listing(),
                            new AllReports(
                                    answers.service().reports(), conflicts, before(asked), which(asked, conflict)));
            return;
        }
        int limit = asked.limit();
        List<ReportHeader> found =
                answers.service().reports().newest(conflicts, before(asked), which(asked, conflict), limit + 1);
        List<ReportHeader> page = found.subList(0, Math.min(limit, found.size()));
        answers.answer(request, Json.line(to -> {
            to.writeArrayFieldStart("items");
            for (ReportHeader header : page) {
                Json.object(to, inner -> HeaderJson.fields(header, inner));
            }
            to.writeEndArray();
            if (found.size() > limit) {
                ReportHeader last = page.get(limit - 1);
                Json.text(to, "next", last.getPublishedAt() + "," + last.getId());
            }
        }));
    }

    private static ReportArchive.Before before(Asked asked) {
        return asked.text("before")
                .map(before -> {
                    int comma = before.indexOf(',');
                    String time = comma < 0 ? before : before.substring(0, comma);
                    String id = comma < 0 ? "" : before.substring(comma + 1);
                    Instant at = Asked.read("before", time, AsOf::parse)
                            .in(ZoneOffset.UTC)
                            .end();
                    return new ReportArchive.Before(at.isAfter(END) ? END : at, id);
                })
                .orElse(new ReportArchive.Before(END, ""));
    }

    private static Predicate<ReportHeader> which(Asked asked, Optional<Conflict> conflict) {
        ZoneId zone = conflict.map(Conflict::zone).orElse(ZoneOffset.UTC);
        Instant known = asked.asOf(zone);
        Optional<String> source = asked.text("source");
        Optional<String> language = asked.text("language");
        return header -> !header.getPublishedAt().isAfter(known)
                && source.map(header.getSource()::equals).orElse(true)
                && language.map(header.getLanguage()::equals).orElse(true);
    }

    /** One report with its text and its claims, whose offsets point into the text; the newest version, unless another is asked for. */
    void one(Context request) {
        Optional<Integer> revision = answers.asked(request).only("revision").revision();
        String id = request.pathParam("report");
        ReportArchive archive = answers.service().reports();
        ReportHeader header = archive.header(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.absent("There is no report '" + id + "'; /reports lists what was admitted.")));
        IncidentReport report = revision.map(version -> archive.version(header, version))
                .orElseGet(() -> archive.report(header))
                .orElseThrow(() -> new ProblemException(Problem.absent("The report '" + id + "'"
                        + revision.map(version -> " has no version " + version + " that")
                                .orElse(" was counted, but")
                        + " is on the topic of reports.")));
        answers.answer(request, Json.line(to -> {
            HeaderJson.fields(report, to);
            Json.text(to, "text", report.getText());
            new ReportJson(answers.conflicts()).claims(report, to);
        }));
    }

    /** What came from whom, and what was rejected since this instance started. */
    void coverage(Context request) {
        answers.asked(request).only();
        List<SourceCoverage> sources = answers.service().reports().coverage();
        answers.answer(request, Json.line(to -> {
            to.writeArrayFieldStart("sources");
            for (SourceCoverage each : sources) {
                Json.object(to, inner -> {
                    Json.text(inner, "source", each.source());
                    Json.text(inner, "language", each.language());
                    inner.writeNumberField("reports", each.reports());
                    inner.writeNumberField("claims", each.claims());
                    Json.text(inner, "first", each.first().toString());
                    Json.text(inner, "last", each.last().toString());
                    inner.writeNumberField("perDay", Math.round(each.perDay() * 100) / 100.0);
                });
            }
            to.writeEndArray();
            Json.field(to, "rejected", inner -> {
                for (Map.Entry<String, Long> each : answers.service().rejected().entrySet()) {
                    inner.writeNumberField(each.getKey(), each.getValue());
                }
            });
        }));
    }
}
