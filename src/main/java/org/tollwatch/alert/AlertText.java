package org.tollwatch.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** Alerts in words, with the conflict's own names and days. */
public record AlertText(Conflicts conflicts) {

    /** {@code possible: Artsakh, killed, day 2020-10-02: 54 (54 to 60): reaches 50}. */
    public String title(Alert alert) {
        String head = switch (alert.event()) {
            case FIRING -> alert.tier().label();
            case CORRECTION -> "correction";
            case RESOLUTION -> "over";
        };
        String figures = range(alert.figures());
        return head + ": " + about(alert.subject()) + (figures.isEmpty() ? "" : ": " + figures) + before(alert) + ": "
                + alert.why();
    }

    private static String before(Alert alert) {
        if (alert.event() != Event.CORRECTION) {
            return "";
        }
        String none = alert.figures().isEmpty() ? ": nothing is known any more" : "";
        return none + ", was " + range(alert.before());
    }

    /** {@code 54 (54 to 60)}; "" for none. */
    public static String range(Optional<Figures> figures) {
        return figures.map(f -> f.best()
                        + (f.high() == Count.OPEN
                                ? " (" + f.low() + " or more)"
                                : f.low() == f.high() ? "" : " (" + f.low() + " to " + f.high() + ")"))
                .orElse("");
    }

    /** {@code Artsakh, killed, civilian, Shusha, day 2020-10-02}. */
    public String about(Subject subject) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("party", party(subject));
        parts.put("source", subject.source());
        parts.put("measure", words(subject.measure()) + (subject.item().isEmpty() ? "" : " (" + subject.item() + ")"));
        parts.put("status", subject.status().equals("ANY") ? "" : words(subject.status()));
        parts.put("place", place(subject));
        parts.put("window", window(subject));
        return parts.values().stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
    }

    public String party(Subject subject) {
        return subject.party().equals(Scope.ALL)
                ? "all sides"
                : conflict(subject)
                        .flatMap(c -> c.party(subject.party()))
                        .map(Party::name)
                        .orElse(subject.party());
    }

    /** "" for the whole theatre. */
    public String place(Subject subject) {
        return subject.place().isEmpty()
                ? ""
                : conflict(subject)
                        .flatMap(c -> c.place(subject.place()))
                        .map(Place::name)
                        .orElse(subject.place());
    }

    /** {@code day 2020-10-02}; "" for none. */
    public String window(Subject subject) {
        return subject.window()
                .map(w -> w.kind().label() + " " + local(subject, w.period().from()))
                .orElse("");
    }

    /** The query that explains the figure; "" where there is none. */
    public String explanation(Alert alert) {
        Subject subject = alert.subject();
        if (subject.window().isEmpty()) {
            return "";
        }
        Window window = subject.window().get();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("conflict", subject.conflict());
        query.put("party", subject.party());
        query.put("measure", subject.measure());
        query.put("item", subject.item());
        query.put("status", subject.status());
        query.put("place", subject.place());
        if (window.kind() == WindowKind.DAY) {
            query.put("window", local(subject, window.period().from()));
        } else {
            query.put("from", local(subject, window.period().from()));
            query.put("to", local(subject, window.period().to()));
        }
        return query.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/api/v1/explain?", ""));
    }

    private String local(Subject subject, Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, zone(subject));
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    private ZoneId zone(Subject subject) {
        return conflict(subject).map(Conflict::zone).orElse(ZoneOffset.UTC);
    }

    private Optional<Conflict> conflict(Subject subject) {
        return conflicts.byId(subject.conflict());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
