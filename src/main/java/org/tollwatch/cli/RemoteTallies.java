package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Grade;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Side;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** Tallies as a running service writes them; places and accounts have their names in place of ids. */
record RemoteTallies(Conflict conflict) {

    Tally tally(JsonNode of) {
        Instant asOf = Instant.parse(of.path("asOf").asText());
        return new Tally(
                scope(of),
                window(of.path("window")),
                of.path("low").asLong(),
                of.path("best").asLong(),
                high(of),
                Grade.valueOf(of.path("grade").asText()),
                of.path("origins").asInt(),
                each(of.path("claimants"), RemoteTallies::view),
                each(of.path("claims"), id -> new Citation(id.asText(), asOf)),
                each(of.path("findings"), this::finding),
                of.path("policy").asText(),
                asOf);
    }

    Scope scope(JsonNode of) {
        return new Scope(
                of.path("conflict").asText(),
                of.path("party").asText(),
                Measure.valueOf(of.path("measure").asText()),
                of.path("item").asText(),
                Status.valueOf(of.path("status").asText()),
                of.path("place").asText());
    }

    Window window(JsonNode window) {
        WindowKind kind = WindowKind.valueOf(window.path("kind").asText().toUpperCase(Locale.ROOT));
        return new Window(kind, period(window));
    }

    private Period period(JsonNode of) {
        return new Period(moment(of.path("from").asText()), moment(of.path("to").asText()));
    }

    /** A day of the conflict, or a time with its offset. */
    private Instant moment(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(conflict.zone()).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private Finding finding(JsonNode of) {
        return new Finding(
                Finding.Kind.valueOf(of.path("kind").asText()),
                of.path("account").asText(),
                period(of),
                of.path("before").asLong(),
                of.path("after").asLong(),
                each(of.path("claims"), JsonNode::asText));
    }

    private static View view(JsonNode of) {
        return new View(
                of.path("name").asText(),
                Side.valueOf(of.path("side").asText()),
                of.path("low").asLong(),
                of.path("best").asLong(),
                high(of),
                true);
    }

    static long high(JsonNode of) {
        return of.path("high").isNull() ? Count.OPEN : of.path("high").asLong();
    }

    static <T> List<T> each(JsonNode list, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        list.forEach(item -> all.add(reader.apply(item)));
        return all;
    }
}
