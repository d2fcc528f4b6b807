package org.tollwatch.cli;

import org.tollwatch.ask.Json;
import org.tollwatch.cli.LiveFeed.Event;
import org.tollwatch.conflict.Conflict;

/** Line below line, for a pipe or a file: the table once, and then what changes. */
final class LiveLines implements LiveView {

    private final Console console;
    private final boolean json;
    private String status = "live";

    /** @param json each event as one JSON object, and nothing else */
    LiveLines(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    @Override
    public void heard(Event event, String line) {
        if (json) {
            console.out().println(Json.line(to -> {
                Json.text(to, "event", event.name());
                to.writeFieldName("data");
                to.writeRawValue(event.data().toString());
            }));
        } else if (!line.isEmpty()) {
            console.out().println(line);
        }
    }

    @Override
    public void status(String text) {
        if (!text.equals(status)) {
            console.complain("tollwatch: " + text);
        }
        status = text;
    }

    @Override
    public void begin(LiveTallies tallies) {
        if (!json) {
            for (Conflict conflict : tallies.conflicts()) {
                new TallyTable(conflict, console).print(tallies.of(conflict), console.out());
            }
            console.out().println();
        }
    }

    @Override
    public void show(LiveTallies tallies) {
        console.out().flush();
    }

    @Override
    public void close() {
        console.flush();
    }
}
