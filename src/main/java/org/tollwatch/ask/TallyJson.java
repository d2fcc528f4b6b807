package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** A tally as one line of JSON. */
public record TallyJson(Labels labels, WindowText windows) {

    public String line(Tally tally) {
        return Json.line(to -> tally(tally, to));
    }

    public void tally(Tally tally, JsonGenerator to) throws IOException {
        scope(tally.scope(), to);
        window(tally.window(), to);
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
        Json.texts(to, "claims", tally.claims().stream().map(Citation::id).toList());
        findings(tally, to);
        Json.text(to, "policy", tally.policy());
        Json.text(to, "asOf", tally.asOf().toString());
    }

    /** What a tally is of, without figures: for one that is not there. */
    public String of(Scope scope, Window window) {
        return Json.line(to -> {
            scope(scope, to);
            window(window, to);
        });
    }

    private void scope(Scope scope, JsonGenerator to) throws IOException {
        Json.text(to, "conflict", scope.conflict());
        Json.text(to, "party", scope.party());
        Json.text(to, "measure", scope.measure().name());
        Json.textIfAny(to, "item", scope.item());
        Json.text(to, "status", scope.status().name());
        Json.textIfAny(to, "place", labels.place(scope.place()));
    }

    public void window(Window window, JsonGenerator to) throws IOException {
        Json.field(to, "window", inner -> {
            Json.text(inner, "kind", window.kind().label());
            Json.text(inner, "from", windows.from(window));
            Json.text(inner, "to", windows.to(window));
        });
    }

    private void findings(Tally tally, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("findings");
        for (Finding finding : tally.findings()) {
            Window about = new Window(WindowKind.SPAN, finding.period());
            Json.object(to, inner -> {
                Json.text(inner, "kind", finding.kind().name());
                Json.text(inner, "account", labels.account(finding.account()));
                Json.text(inner, "from", windows.from(about));
                Json.text(inner, "to", windows.to(about));
                inner.writeNumberField("before", finding.before());
                inner.writeNumberField("after", finding.after());
                Json.texts(inner, "claims", finding.claims());
            });
        }
        to.writeEndArray();
    }

    public static void range(long low, long best, long high, JsonGenerator to) throws IOException {
        to.writeNumberField("low", low);
        to.writeNumberField("best", best);
        if (high == Count.OPEN) {
            to.writeNullField("high");
        } else {
            to.writeNumberField("high", high);
        }
    }
}
