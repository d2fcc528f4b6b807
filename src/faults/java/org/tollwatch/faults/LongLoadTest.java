package org.tollwatch.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A load that is held: {@code -Dtollwatch.minutes=60}. What is counted keeps up, and memory does not grow. */
@Tag("load")
@Timeout(value = 12, unit = TimeUnit.HOURS)
class LongLoadTest {

    private static final int MINUTES = Integer.getInteger("tollwatch.minutes", 60);
    private static final Path DIRECTORY = Path.of("target", "faults-load").toAbsolutePath();

    /** At the end of a minute: reports sent in it, how long the last took to be told by all, memory of each instance. */
    private record Minute(int reports, Duration lag, List<Long> megabytes) {}

    @Test
    void theLoadIsHeld() throws Exception {
        Faults.empty(DIRECTORY);
        List<Minute> minutes = new ArrayList<>();
        try (Rig rig = new Rig(DIRECTORY)) {
            rig.begin();
            for (int i = 0; i < MINUTES; i++) {
                minutes.add(minute(rig));
                System.out.println((i + 1) + ": " + minutes.get(i));
            }
            Outcome.Trial trial = rig.end(Duration.ZERO, Duration.ofMinutes(MINUTES));
            System.out.println(trial.compared() + ", right " + trial.right() + ", 503 " + trial.told503() + ", wrong "
                    + trial.wrong().size() + ", older " + trial.older().size());
            System.out.println(summary(minutes));
            assertThat(trial.isGood(false))
                    .as(trial.wrong() + " " + trial.older())
                    .isTrue();
        }
    }

    private static Minute minute(Rig rig) throws Exception {
        int before = rig.load.reports().size();
        rig.nextMonth();
        TimeUnit.MINUTES.sleep(1);
        int sent = rig.load.reports().size() - before;
        Duration lag = rig.untilFresh(System.nanoTime(), rig.instances);
        List<Long> megabytes = new ArrayList<>();
        for (Instance instance : rig.instances) {
            megabytes.add(instance.process().resident());
        }
        return new Minute(sent, lag, megabytes);
    }

    private static String summary(List<Minute> minutes) {
        int quarter = Math.max(1, minutes.size() / 4);
        return String.format(
                Locale.ROOT,
                "%.1f reports/s; lag at most %d ms; memory of an instance %.0f MB in the second quarter, %.0f MB in the last",
                minutes.stream().mapToInt(Minute::reports).average().orElse(0) / 60,
                minutes.stream().mapToLong(m -> m.lag().toMillis()).max().orElse(0),
                megabytes(
                        minutes.subList(Math.min(quarter, minutes.size() - 1), Math.min(2 * quarter, minutes.size()))),
                megabytes(minutes.subList(minutes.size() - quarter, minutes.size())));
    }

    private static double megabytes(List<Minute> minutes) {
        return minutes.stream()
                .flatMap(minute -> minute.megabytes().stream())
                .mapToLong(m -> m)
                .average()
                .orElse(0);
    }
}
