package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.tollwatch.ledger.Change;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Tally;
import org.tollwatch.stream.Ledger;

/** A change as one line of JSON. */
public final class ChangeJson {

    private final EvidenceJson evidence;
    private final TallyJson tallies;
    private final Labels labels;

    public ChangeJson(Ledger ledger) {
        labels = new Labels(Optional.of(ledger.conflict()));
        evidence = new EvidenceJson(ledger, labels);
        tallies = new TallyJson(labels, new WindowText(ledger.conflict()));
    }

    public String line(Change change) {
        return Json.line(to -> change(change, to));
    }

    /** The fields of the change, into an object that is open. */
    public void change(Change change, JsonGenerator to) throws IOException {
        Json.text(to, "conflict", change.scope().conflict());
        Json.text(to, "party", change.scope().party());
        Json.text(to, "measure", change.scope().measure().name());
        Json.textIfAny(to, "item", change.scope().item());
        Json.text(to, "status", change.scope().status().name());
        Json.textIfAny(to, "place", labels.place(change.scope().place()));
        tallies.window(change.window(), to);
        tally("before", change.before(), to);
        tally("after", change.after(), to);
        to.writeArrayFieldStart("causes");
        for (Change.Cause cause : change.causes()) {
            Json.object(to, inner -> cause(cause, inner));
        }
        to.writeEndArray();
    }

    private void tally(String name, Optional<Tally> tally, JsonGenerator to) throws IOException {
        if (tally.isEmpty()) {
            to.writeNullField(name);
            return;
        }
        Json.field(to, name, inner -> {
            TallyJson.range(tally.get().low(), tally.get().best(), tally.get().high(), inner);
            Json.text(inner, "grade", tally.get().grade().name());
            Json.text(inner, "policy", tally.get().policy());
        });
    }

    private void cause(Change.Cause cause, JsonGenerator to) throws IOException {
        Json.text(to, "kind", cause.kind().name());
        to.writeArrayFieldStart("claims");
        for (Claim claim : cause.claims()) {
            Json.object(to, inner -> evidence.fields(claim, inner));
        }
        to.writeEndArray();
    }
}
