package org.tollwatch.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Places;
import org.tollwatch.ask.Point;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.stream.Ledger;

/** The claims that something exported stands on: their words, sources and links, and where they say that it was. */
record Evidence(Ledger ledger) {

    /** The four last columns of what stands on claims, whose lists stand side by side. */
    static <T> List<Column<T>> columns(Evidence evidence, Function<T, ? extends Collection<String>> claims) {
        return List.of(
                new Column<>("claims", "#meta+claim+id+list", item -> List.copyOf(claims.apply(item))),
                new Column<>(
                        "quotes",
                        "#description+quote+list",
                        item -> evidence.of(
                                claims.apply(item), e -> e.getClaim().getQuote())),
                new Column<>(
                        "sources",
                        "#meta+source+name+list",
                        item -> evidence.of(claims.apply(item), LedgerEntry::getSource)),
                new Column<>("urls", "#meta+url+list", item -> evidence.of(claims.apply(item), LedgerEntry::getUrl)));
    }

    private List<String> of(Collection<String> claims, Function<LedgerEntry, String> part) {
        return claims.stream().map(id -> ledger.entry(id).map(part).orElse("")).toList();
    }

    /** The field {@code evidence}: of each claim its id, its words, who published them, where and when. */
    void write(Collection<String> claims, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("evidence");
        for (String id : claims) {
            Optional<LedgerEntry> entry = ledger.entry(id);
            Json.object(to, inner -> {
                Json.text(inner, "claim", id);
                if (entry.isPresent()) {
                    Json.text(inner, "quote", entry.get().getClaim().getQuote());
                    Json.text(inner, "source", entry.get().getSource());
                    Json.text(inner, "url", entry.get().getUrl());
                    Json.text(inner, "publishedAt", entry.get().getPublishedAt().toString());
                }
            });
        }
        to.writeEndArray();
    }

    /** Where a place is that claims speak of, if that is known. */
    Optional<Point> where(String place, Collection<String> claims) {
        return new Places(ledger).where(place, claims);
    }
}
