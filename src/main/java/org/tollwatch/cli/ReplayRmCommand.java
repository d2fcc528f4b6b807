package org.tollwatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tollwatch.replay.ReplayName;
import org.tollwatch.replay.Replays;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a replay. */
@Command(
        name = "rm",
        mixinStandardHelpOptions = true,
        description = {
            "Removes a replay: its topics, its consumer group and its directory of state. The archive and the live counting",
            "are not touched, and cannot be removed with this."
        })
final class ReplayRmCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "As tollwatch replay list has it.")
    private String name;

    @Mixin
    private DataOption data;

    ReplayRmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ReplayName replay = new ReplayName(name);
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            List<String> topics = parts.add(new Replays(at)).remove(replay, data.state());
            console.out().println("Removed the replay '" + name + "' with " + topics.size() + " topics.");
            console.flush();
        }
        return ExitStatus.OK;
    }
}
