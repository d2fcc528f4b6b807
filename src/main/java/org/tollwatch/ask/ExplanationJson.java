package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.tollwatch.ledger.Explanation;
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

    public String line(Explanation told) {
        return Json.line(to -> {
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
            to.writeArrayFieldStart("claims");
            for (Explanation.Line line : told.lines()) {
                Json.object(to, inner -> line(line, inner));
            }
            to.writeEndArray();
        });
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
