package org.tollwatch.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a cluster is put through; in the end its tallies are those of a run that nothing disturbed.
 * {@code -Dtollwatch.faults=kill-instance,kill-broker} chooses, {@code -Dtollwatch.times=10} says how often.
 */
@Tag("cluster")
@Timeout(value = 6, unit = TimeUnit.HOURS)
class FaultsTest {

    private static final int TIMES = Integer.getInteger("tollwatch.times", 1);
    private static final Path DIRECTORY = Path.of("target", "faults").toAbsolutePath();

    @Test
    void nothingIsLostNothingIsDoubledAndNothingWrongIsTold() throws Exception {
        Faults.empty(DIRECTORY);
        List<Outcome> outcomes = new ArrayList<>();
        long began = System.nanoTime();
        try (Rig rig = new Rig(DIRECTORY)) {
            say("The rig stands after " + (System.nanoTime() - began) / 1_000_000_000 + " s: " + Brokers.COUNT
                    + " brokers, " + rig.instances.size() + " instances, " + Rig.RATE
                    + " reports/s, and the registry is "
                    + rig.registry.name());
            for (Fault fault : chosen()) {
                List<Outcome.Trial> trials = new ArrayList<>();
                for (int i = 0; i < TIMES; i++) {
                    Outcome.Trial trial = rig.trial(fault);
                    trials.add(trial);
                    say(fault.told() + ": recovered after " + trial.recovery().toMillis() + " ms, "
                            + trial.compared() + ", right " + trial.right() + ", 503 " + trial.told503() + ", wrong "
                            + trial.wrong().size() + ", older " + trial.older().size() + "; took "
                            + trial.took().toSeconds() + " s");
                    trial.wrong().stream().limit(5).forEach(FaultsTest::say);
                    trial.older().stream().limit(5).forEach(FaultsTest::say);
                }
                outcomes.add(new Outcome(fault, trials));
                Files.writeString(Path.of("target", "faults.md"), Outcome.table(outcomes));
            }
        }
        say("\n" + Outcome.table(outcomes));
        assertThat(outcomes)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.trials())
                        .as(outcome.fault().told())
                        .allMatch(trial -> trial.isGood(outcome.fault().mayTakeBack())));
    }

    private static List<Fault> chosen() {
        String names = System.getProperty("tollwatch.faults");
        if (names == null) {
            return Faults.all().stream()
                    .filter(fault -> Brokers.isRoot() || !fault.name().startsWith("disk-full"))
                    .toList();
        }
        List<String> asked = Arrays.asList(names.split(","));
        List<Fault> chosen = Faults.all().stream()
                .filter(fault -> asked.contains(fault.name()))
                .toList();
        assertThat(chosen)
                .as("known: " + Faults.all().stream().map(Fault::name).toList())
                .hasSameSizeAs(asked);
        return chosen;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
