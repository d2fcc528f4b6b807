package org.tollwatch.serve;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.tollwatch.alert.AlertService;
import org.tollwatch.ask.Json;
import org.tollwatch.stream.TallyService;

/** Whether the process should be left alone, and whether it can be asked; and its figures, for Prometheus. */
final class HealthRoutes {

    private final TallyService service;
    private final PrometheusMeterRegistry meters;
    private final Optional<AlertService> alerts;

    /** @param alerts empty where there are no rules */
    HealthRoutes(TallyService service, PrometheusMeterRegistry meters, Optional<AlertService> alerts) {
        this.service = service;
        this.meters = meters;
        this.alerts = alerts;
    }

    /** A process that cannot count any more, and will not recover by itself, is dead. Restoring is not. */
    void live(Context request) {
        tell(request, service.stopped());
    }

    /** An instance whose alerts stopped can still be asked, and says so. */
    void ready(Context request) {
        tell(request, service.notReady());
    }

    void metrics(Context request) {
        request.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private void tell(Context request, Optional<String> why) {
        request.status(why.isEmpty() ? 200 : 503)
                .contentType("application/json")
                .result(Json.line(to -> {
                    Json.text(to, "status", why.isEmpty() ? "up" : "down");
                    if (why.isPresent()) {
                        Json.text(to, "reason", why.get());
                    }
                    Optional<String> unwatched = alerts.flatMap(AlertService::stopped);
                    if (unwatched.isPresent()) {
                        Json.text(to, "alerts", unwatched.get());
                    }
                }));
    }
}
