package org.tollwatch.serve;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tollwatch.alert.AlertService;
import org.tollwatch.stream.Range;
import org.tollwatch.stream.StoresNotReadyException;
import org.tollwatch.stream.TallyService;

/** What this instance has of a store, for other instances. */
final class PartRoute {

    private final TallyService service;
    private final Optional<AlertService> alerts;

    /** @param alerts empty where there are no rules */
    PartRoute(TallyService service, Optional<AlertService> alerts) {
        this.service = service;
        this.alerts = alerts;
    }

    void part(Context request) {
        String store = request.pathParam("store");
        byte[] part = Asked.read("store", store, s -> part(s, range(request), partitions(request)));
        request.contentType("application/octet-stream").result(part);
    }

    private byte[] part(String store, Range range, Set<Integer> partitions) {
        if (!store.equals(AlertService.STORE)) {
            return service.part(store, range, partitions);
        }
        return alerts.orElseThrow(() -> new StoresNotReadyException("This instance watches nothing."))
                .part(range, partitions);
    }

    private static Range range(Context request) {
        String kind = request.queryParam("kind");
        return new Range(
                text(request, "from"),
                text(request, "to"),
                Integer.parseInt(text(request, "last")),
                kind == null ? "" : kind); // earlier versions do not ask for it
    }

    private static Set<Integer> partitions(Context request) {
        return Arrays.stream(text(request, "partitions").split(","))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private static String text(Context request, String name) {
        String value = request.queryParam(name);
        if (value == null) {
            throw new ProblemException(Problem.wrong(name, "The parameter '" + name + "' is missing."));
        }
        return value;
    }
}
