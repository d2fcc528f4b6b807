package org.tollwatch.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tollwatch.alert.AlertJson;
import org.tollwatch.alert.AlertService;
import org.tollwatch.alert.AlertStatus;
import org.tollwatch.alert.AlertText;
import org.tollwatch.ask.Json;
import org.tollwatch.conflict.Conflict;

/** Which alerts fire, and which did. */
final class AlertRoutes {

    private static final String ACTIVE = "active";
    private static final String OVER = "over";

    private final Answers answers;
    private final Optional<AlertService> alerts;

    /** @param alerts empty where there are no rules */
    AlertRoutes(Answers answers, Optional<AlertService> alerts) {
        this.answers = answers;
        this.alerts = alerts;
    }

    /** What was last told of each alert of a conflict, the newest first; and whether anything is watched at all. */
    void alerts(Context request) {
        Asked asked = answers.asked(request).only("conflict", "state", "limit", "offset");
        Conflict conflict = answers.conflict(asked.need("conflict"));
        Optional<String> state = asked.text("state");
        if (state.isPresent() && !List.of(ACTIVE, OVER).contains(state.get())) {
            throw new ProblemException(
                    Problem.wrong("state", "'" + state.get() + "' is no state; it is one of active, over."));
        }
        List<AlertStatus> found = alerts.map(service -> service.alerts(conflict.id())).orElse(List.of()).stream()
                .filter(status -> state.map(s -> s.equals(state(status))).orElse(true))
                .toList();
        AlertText text = new AlertText(answers.conflicts());
        answers.answer(request, Page.of(found, asked).json((status, to) -> status(status, text, to), to -> {
            Json.text(to, "conflict", conflict.id());
            to.writeBooleanField("watched", alerts.isPresent());
        }));
    }

    private static void status(AlertStatus status, AlertText text, JsonGenerator to) throws IOException {
        Json.text(to, "state", state(status));
        Json.text(to, "title", text.title(status.last()));
        AlertJson.alert(status.last(), to);
        Json.textIfAny(to, "explanation", text.explanation(status.last()));
    }

    private static String state(AlertStatus status) {
        return status.active() ? ACTIVE : OVER;
    }
}
