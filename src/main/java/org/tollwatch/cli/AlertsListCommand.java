package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tollwatch.conflict.Conflict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The alerts of a running service. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Asks a running service which alerts fire, and which did; what was last told first.")
final class AlertsListCommand implements Callable<Integer> {

    private final Console console;

    enum State {
        ACTIVE,
        OVER
    }

    @Option(names = "--conflict", paramLabel = "ID", description = "Only this conflict; default: each.")
    private String conflict;

    @Option(names = "--state", paramLabel = "STATE", description = "Only those in it: ${COMPLETION-CANDIDATES}.")
    private State state;

    @Option(names = "--json", description = "One JSON line an alert.")
    private boolean json;

    @Mixin
    private ServiceOption at;

    AlertsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Service service = at.service();
        boolean any = false;
        boolean watched = false;
        for (Conflict about : new RemoteConflicts(service).of(Optional.ofNullable(conflict))) {
            Query query = Query.of("alerts").with("conflict", about.id()).with("state", wanted());
            watched |= service.ask(query.with("limit", 1)).path("watched").asBoolean();
            for (JsonNode alert : service.all(query)) {
                any = true;
                console.out().println(json ? alert.toString() : line(alert, about));
            }
        }
        if (!any && !json) {
            console.out()
                    .println(
                            watched
                                    ? "No alert."
                                    : "Nothing is watched at " + service + ": it was started without --alerts.");
        }
        return ExitStatus.OK;
    }

    private String wanted() {
        return state == null ? "" : state.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As backtest tells it, behind its state. */
    private static String line(JsonNode alert, Conflict about) {
        Instant told = Instant.parse(alert.path("at").asText());
        return alert.path("state").asText() + "  " + told.atZone(about.zone()).toOffsetDateTime() + "  "
                + alert.path("rule").asText() + "  " + alert.path("title").asText();
    }
}
