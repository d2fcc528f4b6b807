package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.WindowText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;
import org.tollwatch.ledger.Window;

/** What is heard of a conflict, a line each, at the time of the publication that it comes from. */
record LiveLine(Conflict conflict) {

    /** {@code 2020-10-18T17:30+04:00  604 or more (confirmed) -> 673 or more (confirmed)  killed, Artsakh; ...}. */
    String tally(Optional<Tally> before, Tally after) {
        String was = before.map(LiveLine::figure).orElse("no figure");
        String is = figure(after);
        String claimants =
                after.claimants().stream().map(View::account).distinct().collect(Collectors.joining(", "));
        return at(after.asOf()) + (was.equals(is) ? "still " + is : was + " -> " + is) + "  "
                + what(after.scope(), after.window()) + "; according to " + claimants;
    }

    /** A figure that is there no more. */
    String gone(Tally before) {
        return at(before.asOf()) + figure(before) + " -> no figure  " + what(before.scope(), before.window())
                + "; its claims were withdrawn";
    }

    String report(JsonNode of) {
        String title = of.hasNonNull("title")
                ? of.path("title").asText()
                : of.path("id").asText();
        int claims = of.path("claims").asInt();
        return at(Instant.parse(of.path("publishedAt").asText())) + "report  "
                + of.path("source").asText() + ": " + title + " (" + claims + (claims == 1 ? " claim" : " claims") + ")"
                + (of.hasNonNull("url") ? "  " + of.path("url").asText() : "");
    }

    private String at(Instant time) {
        return time.atZone(conflict.zone()).toOffsetDateTime() + "  ";
    }

    private String what(Scope scope, Window window) {
        Labels labels = new Labels(Optional.of(conflict));
        return ScopeText.what(scope) + ", " + labels.party(scope.party())
                + (scope.place().isEmpty() ? "" : ", " + labels.place(scope.place())) + "; "
                + new WindowText(conflict).title(window);
    }

    private static String figure(Tally tally) {
        return Figures.range(tally.low(), tally.best(), tally.high()) + " ("
                + tally.grade().name().toLowerCase(Locale.ROOT) + ")";
    }
}
