package org.tollwatch.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;

/** A tally as one line of JSON. */
record TallyJson(Labels labels, WindowText windows) {

    String line(Tally tally) {
        return Json.line(to -> tally(tally, to));
    }

    private void tally(Tally tally, JsonGenerator to) throws IOException {
        Json.text(to, "conflict", tally.scope().conflict());
        Json.text(to, "party", tally.scope().party());
        Json.text(to, "measure", tally.scope().measure().name());
        Json.textIfAny(to, "item", tally.scope().item());
        Json.text(to, "status", tally.scope().status().name());
        Json.textIfAny(to, "place", labels.place(tally.scope().place()));
        Json.field(to, "window", inner -> {
            Json.text(inner, "kind", tally.window().kind().label());
            Json.text(inner, "from", windows.from(tally.window()).toString());
            Json.text(inner, "to", windows.to(tally.window()).toString());
        });
        range(tally.low(), tally.best(), tally.high(), to);
        Json.text(to, "grade", tally.grade().name());
        to.writeNumberField("origins", tally.origins());
        to.writeArrayFieldStart("claimants");
        for (View view : tally.claimants()) {
            Json.object(to, inner -> {
                Json.text(inner, "name", labels.account(view.account()));
                Json.text(inner, "side", view.side().name());
                range(view.low(), view.best(), view.high(), inner);
            });
        }
        to.writeEndArray();
        to.writeArrayFieldStart("claims");
        for (Citation claim : tally.claims()) {
            to.writeString(claim.id());
        }
        to.writeEndArray();
        Json.text(to, "policy", tally.policy());
        Json.text(to, "asOf", tally.asOf().toString());
    }

    private static void range(long low, long best, long high, JsonGenerator to) throws IOException {
        to.writeNumberField("low", low);
        to.writeNumberField("best", best);
        if (high == Count.OPEN) {
            to.writeNullField("high");
        } else {
            to.writeNumberField("high", high);
        }
    }
}
