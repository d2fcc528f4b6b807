package org.tollwatch.alert;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Citation;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.TallyService;

/** What receivers are given with an alert: names, and the words of the claims it stands on. */
public final class Messages {

    /** An alert is read at a glance; its explanation has all of them. */
    private static final int MOST_QUOTES = 5;

    private final TallyService service;
    private final AlertText text;
    private final String base;

    /** @param base of the URLs of explanations, without a slash at the end */
    public Messages(TallyService service, AlertText text, String base) {
        this.service = service;
        this.text = text;
        this.base = base;
    }

    /** @throws org.tollwatch.stream.StoresNotReadyException when the claims cannot be told now */
    public Message of(Alert alert) {
        String explanation = text.explanation(alert);
        return new Message(
                alert,
                text.title(alert),
                AlertText.range(alert.figures()),
                AlertText.range(alert.before()),
                text.window(alert.subject()),
                quotes(alert),
                explanation.isEmpty() ? Optional.empty() : Optional.of(URI.create(base + explanation)));
    }

    private List<Quote> quotes(Alert alert) {
        List<Citation> cited =
                alert.figures().or(alert::before).map(Figures::claims).orElse(List.of());
        if (cited.isEmpty()) {
            return List.of();
        }
        Optional<Ledger> ledger = service.ledger(alert.subject().conflict());
        return cited.stream()
                .limit(MOST_QUOTES)
                .flatMap(c -> ledger.flatMap(l -> l.entry(c.id())).stream())
                .map(Messages::quote)
                .toList();
    }

    private static Quote quote(LedgerEntry entry) {
        return new Quote(
                entry.getClaim().getId(),
                entry.getClaim().getClaimant().getName(),
                entry.getClaim().getQuote(),
                entry.getSource(),
                Optional.ofNullable(entry.getUrl()),
                entry.getPublishedAt());
    }
}
