package org.tollwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tollwatch.replay.ReplayState;
import org.tollwatch.replay.Replays;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which replays there are. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the replays, and how far each is.")
final class ReplayListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DataOption data;

    ReplayListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            List<Replays.Listed> all = parts.add(new Replays(at)).all();
            if (all.isEmpty()) {
                console.out().println("There are no replays.");
            } else {
                Table table = new Table(0, console.width(), 3);
                table.add("name", "policy", "texts", "reports", "is", "published");
                all.forEach(each -> row(each, table));
                table.print(console.out());
            }
            console.flush();
        }
        return ExitStatus.OK;
    }

    private static void row(Replays.Listed listed, Table table) {
        ReplayState state = listed.state();
        String is = listed.running() ? "running" : state.done() ? "done" : "stopped";
        table.add(
                state.plan().name().text(),
                state.plan().policy(),
                state.plan().reExtract() ? "read again" : "as they were read",
                Figures.number(state.taken()),
                is,
                state.plan().published().toString());
    }
}
