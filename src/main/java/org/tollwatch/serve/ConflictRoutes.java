package org.tollwatch.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import org.tollwatch.ask.Json;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Place;

/** Which conflicts there are, and who and what is in them. */
final class ConflictRoutes {

    private final Answers answers;

    ConflictRoutes(Answers answers) {
        this.answers = answers;
    }

    void all(Context request) {
        Asked asked = answers.asked(request).only("limit", "offset");
        answers.answer(request, Page.of(answers.conflicts().all(), asked).json(ConflictRoutes::fields, to -> {}));
    }

    void one(Context request) {
        Conflict conflict = answers.conflict(request.pathParam("conflict"));
        answers.answer(request, Json.line(to -> {
            fields(conflict, to);
            to.writeArrayFieldStart("episodes");
            for (NamedEpisode episode : conflict.episodes()) {
                Json.object(to, inner -> {
                    Json.text(inner, "name", episode.episode().name());
                    Json.text(inner, "from", episode.episode().period().from().toString());
                    Json.text(inner, "to", episode.episode().period().to().toString());
                });
            }
            to.writeEndArray();
        }));
    }

    void parties(Context request) {
        Conflict conflict = answers.conflict(request.pathParam("conflict"));
        Asked asked = answers.asked(request).only("limit", "offset");
        answers.answer(
                request, Page.of(conflict.parties(), asked).json((party, to) -> party(conflict, party, to), to -> {}));
    }

    void places(Context request) {
        Conflict conflict = answers.conflict(request.pathParam("conflict"));
        Asked asked = answers.asked(request).only("limit", "offset");
        answers.answer(request, Page.of(conflict.places(), asked).json(ConflictRoutes::place, to -> {}));
    }

    private static void fields(Conflict conflict, JsonGenerator to) throws IOException {
        Json.text(to, "id", conflict.id());
        Json.text(to, "name", conflict.name());
        Json.text(to, "zone", conflict.zone().getId());
    }

    private static void party(Conflict conflict, Party party, JsonGenerator to) throws IOException {
        Json.text(to, "id", party.id());
        Json.text(to, "name", party.name());
        Json.textIfAny(to, "parent", party.parent());
        Json.texts(
                to,
                "opponents",
                conflict.opponentsOf(party.id()).stream().sorted().toList());
    }

    private static void place(Place place, JsonGenerator to) throws IOException {
        Json.text(to, "id", place.id());
        Json.text(to, "name", place.name());
        Json.textIfAny(to, "parent", place.parent());
        if (place.lat() != null && place.lon() != null) {
            to.writeNumberField("lat", place.lat());
            to.writeNumberField("lon", place.lon());
        }
    }
}
