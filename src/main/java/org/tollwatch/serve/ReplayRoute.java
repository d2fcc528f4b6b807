package org.tollwatch.serve;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.tollwatch.ask.Json;

/** Whether what is told here is a replay, and of when. */
record ReplayRoute(Optional<Supplier<Playing>> playing) {

    void replay(Context request) {
        request.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(Json.line(to -> {
                    to.writeFieldName("replay");
                    if (playing.isPresent()) {
                        Json.object(to, playing.get().get()::fields);
                    } else {
                        to.writeNull();
                    }
                }));
    }
}
