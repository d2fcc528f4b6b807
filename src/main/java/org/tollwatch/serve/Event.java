package org.tollwatch.serve;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ask.HeaderJson;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.TallyJson;
import org.tollwatch.ask.WindowText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.News;

/**
 * A server-sent event, and what it is chosen by.
 *
 * @param item what it tells
 * @param text as it goes over the wire
 * @param parties a tally's own, or those that a report's claims are about
 * @param window the kind; empty for a report
 */
record Event(
        News.Item item,
        byte[] text,
        String conflict,
        Set<String> parties,
        Set<String> measures,
        Optional<String> window) {

    /** Empty for a conflict whose file is not here any more. */
    static Optional<Event> of(News.Item item, Conflicts conflicts) {
        News news = item.news();
        if (news instanceof News.Changed changed) {
            Tally tally = changed.tally();
            return conflicts
                    .byId(tally.scope().conflict())
                    .map(conflict -> tally("tally", item, json(conflict).line(tally), tally.scope(), tally.window()));
        }
        if (news instanceof News.Gone gone) {
            return conflicts
                    .byId(gone.scope().conflict())
                    .map(conflict -> tally(
                            "gone", item, json(conflict).of(gone.scope(), gone.window()), gone.scope(), gone.window()));
        }
        return Optional.of(report(item, ((News.Reported) news).report()));
    }

    /** Tells a reader that it missed something, and must ask anew for what it shows. */
    static byte[] reset(String reason) {
        return text("reset", "", Json.line(to -> Json.text(to, "reason", reason)));
    }

    /** Sets where the reader goes on after a break, and nothing else. */
    static byte[] mark(String comment, String id) {
        return (": " + comment + "\nid: " + id + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static TallyJson json(Conflict conflict) {
        return new TallyJson(new Labels(Optional.of(conflict)), new WindowText(conflict));
    }

    private static Event tally(String name, News.Item item, String json, Scope scope, Window window) {
        return new Event(
                item,
                text(name, item.after().text(), json),
                scope.conflict(),
                Set.of(scope.party()),
                Set.of(scope.measure().name()),
                Optional.of(window.kind().label()));
    }

    private static Event report(News.Item item, IncidentReport report) {
        Set<String> parties = new HashSet<>(Set.of(Scope.ALL));
        Set<String> measures = new HashSet<>();
        report.getClaims().forEach(claim -> {
            parties.add(claim.getParty() == null ? Scope.ALL : claim.getParty());
            measures.add(claim.getMeasure().name());
        });
        String json = Json.line(to -> HeaderJson.header(report, to));
        return new Event(
                item,
                text("report", item.after().text(), json),
                report.getConflict(),
                parties,
                measures,
                Optional.empty());
    }

    /** JSON has no line ends of its own. */
    private static byte[] text(String name, String id, String json) {
        String event = "event: " + name + "\n" + (id.isEmpty() ? "" : "id: " + id + "\n") + "data: " + json + "\n\n";
        return event.getBytes(StandardCharsets.UTF_8);
    }
}
