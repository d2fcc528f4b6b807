package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Role;
import org.tollwatch.stream.Ledger;

/** An explanation as one JSON object. */
public final class ExplanationJson {

    private final EvidenceJson evidence;
    private final TallyJson tallies;
    private final WindowText windows;
    private final Labels labels;

    public ExplanationJson(Ledger ledger) {
        labels = new Labels(Optional.of(ledger.conflict()));
        windows = new WindowText(ledger.conflict());
        evidence = new EvidenceJson(ledger, labels);
        tallies = new TallyJson(labels, windows);
    }

    /** With all its claims, the newest first. */
    public String line(Explanation told) {
        return Json.line(to -> {
            head(told, to);
            claims(told.lines(), to);
        });
    }

    /**
     * With some of its claims: those that set the figure come first, then those that contest it, that are contained in it,
     * that are set aside, that are not counted; of each part the newest first. Tells how many there are of each part, and
     * where the next page begins.
     *
     * @param offset how many claims stand before the page
     * @param limit how many are on it at most
     */
    public String page(Explanation told, int offset, int limit) {
        List<Explanation.Line> all =
                told.lines().stream().sorted(Comparator.comparing(Part::of)).toList();
        int from = Math.min(offset, all.size());
        int end = (int) Math.min((long) from + limit, all.size());
        return Json.line(to -> {
            head(told, to);
            Json.field(to, "parts", inner -> {
                for (Part part : Part.values()) {
                    long count = all.stream().filter(l -> Part.of(l) == part).count();
                    if (count > 0) {
                        inner.writeNumberField(part.name(), count);
                    }
                }
            });
            claims(all.subList(from, end), to);
            if (end < all.size()) {
                to.writeNumberField("next", end);
            }
        });
    }

    /** What claims have to do with a figure, in the order they are told. */
    private enum Part {
        SETS,
        CONTESTS,
        CONTAINED,
        SET_ASIDE,
        NOT_COUNTED;

        static Part of(Explanation.Line line) {
            Role first = line.roles().stream().min(Comparator.naturalOrder()).orElseThrow();
            return switch (first) {
                case SETS_LOW, SETS_BEST, SETS_HIGH -> SETS;
                case CONTESTS -> CONTESTS;
                case CONTAINED -> CONTAINED;
                case SET_ASIDE -> SET_ASIDE;
                case NOT_COUNTED -> NOT_COUNTED;
            };
        }
    }

    private void head(Explanation told, JsonGenerator to) throws IOException {
        Json.text(to, "conflict", told.scope().conflict());
        Json.text(to, "party", told.scope().party());
        Json.text(to, "measure", told.scope().measure().name());
        Json.textIfAny(to, "item", told.scope().item());
        Json.text(to, "status", told.scope().status().name());
        Json.textIfAny(to, "place", labels.place(told.scope().place()));
        tallies.window(told.window(), to);
        if (told.tally().isPresent()) {
            Json.field(to, "tally", inner -> tallies.tally(told.tally().get(), inner));
        } else {
            to.writeNullField("tally");
        }
    }

    private void claims(List<Explanation.Line> lines, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("claims");
        for (Explanation.Line line : lines) {
            Json.object(to, inner -> line(line, inner));
        }
        to.writeEndArray();
    }

    private void line(Explanation.Line line, JsonGenerator to) throws IOException {
        Json.texts(to, "roles", line.roles().stream().sorted().map(Enum::name).toList());
        if (line.reason().isPresent()) {
            Json.text(to, "reason", line.reason().get().name());
        }
        if (line.uncounted().isPresent()) {
            Json.text(to, "reason", line.uncounted().get().name());
        }
        if (!line.by().isEmpty()) {
            Json.texts(to, "by", line.by());
        }
        Json.texts(to, "through", line.route().stream().map(Enum::name).toList());
        if (line.guides()) {
            to.writeBooleanField("guides", true);
        }
        evidence.fields(line.claim(), to);
    }
}
