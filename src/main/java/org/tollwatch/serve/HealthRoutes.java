package org.tollwatch.serve;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.tollwatch.ask.Json;
import org.tollwatch.stream.TallyService;

/** Whether the process should be left alone, and whether it can be asked; and its figures, for Prometheus. */
final class HealthRoutes {

    private final TallyService service;
    private final PrometheusMeterRegistry meters;

    HealthRoutes(TallyService service, PrometheusMeterRegistry meters) {
        this.service = service;
        this.meters = meters;
    }

    /** A process that cannot count any more, and will not recover by itself, is dead. Restoring is not. */
    void live(Context request) {
        tell(request, service.stopped());
    }

    void ready(Context request) {
        tell(request, service.notReady());
    }

    void metrics(Context request) {
        request.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private static void tell(Context request, Optional<String> why) {
        request.status(why.isEmpty() ? 200 : 503)
                .contentType("application/json")
                .result(Json.line(to -> {
                    Json.text(to, "status", why.isEmpty() ? "up" : "down");
                    if (why.isPresent()) {
                        Json.text(to, "reason", why.get());
                    }
                }));
    }
}
