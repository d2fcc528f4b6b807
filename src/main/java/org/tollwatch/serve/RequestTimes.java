package org.tollwatch.serve;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * How long answers take, by route and by the hundred of their status. The route is the path as it is declared, never as it
 * was asked; what nobody declared is one route. Those who read the stream are left out: they stay for hours.
 */
final class RequestTimes implements RequestLogger {

    /** Of a path that nobody answers. */
    static final String NO_ROUTE = "none";

    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private static final double NANOS_PER_MILLI = 1e6;

    private final MeterRegistry meters;
    private final String stream;

    /** @param stream the route that is left out */
    RequestTimes(MeterRegistry meters, String stream) {
        this.meters = meters;
        this.stream = stream;
    }

    @Override
    public void handle(Context request, Float millis) {
        Endpoint declared = request.endpoints().matchedHttpEndpoint();
        String route = declared == null ? NO_ROUTE : declared.path;
        if (!route.equals(stream)) {
            record(route, request.statusCode(), Duration.ofNanos((long) (millis * NANOS_PER_MILLI)));
        }
    }

    void record(String route, int status, Duration took) {
        Timer.builder("tollwatch.http.requests")
                .description("How long answers took, by route and status")
                .tag("route", route)
                .tag("status", status / 100 + "xx")
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(took);
    }
}
