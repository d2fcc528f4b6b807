package org.tollwatch.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All trials of one fault. */
record Outcome(Fault fault, List<Trial> trials) {

    /**
     * @param right answers that were lawful
     * @param told503 answers that said: ask again
     * @param wrong what was told and was never so
     * @param older what was told after something newer
     */
    record Trial(
            Duration recovery,
            Compared compared,
            long right,
            long told503,
            List<String> wrong,
            List<String> older,
            Duration took) {

        /** @param mayTakeBack what was told before it was committed */
        boolean isGood(boolean mayTakeBack) {
            return compared.isEqual() && wrong.isEmpty() && (mayTakeBack || older.isEmpty()) && right > 0;
        }
    }

    static String table(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder(
                "| fault | tried | lost | doubled | other tallies | answers right | 503 | wrong | older than told before | recovery, median | most |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|\n");
        outcomes.forEach(outcome -> table.append(outcome.row()));
        return table.toString();
    }

    private String row() {
        List<Duration> recoveries =
                new ArrayList<>(trials.stream().map(Trial::recovery).sorted().toList());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s |%n",
                fault.told(),
                trials.size(),
                trials.stream().mapToInt(t -> t.compared().lost()).sum(),
                trials.stream().mapToInt(t -> t.compared().doubled()).sum(),
                trials.stream().mapToInt(t -> t.compared().different()).sum(),
                trials.stream().mapToLong(Trial::right).sum(),
                trials.stream().mapToLong(Trial::told503).sum(),
                trials.stream().mapToInt(t -> t.wrong().size()).sum(),
                trials.stream().mapToInt(t -> t.older().size()).sum(),
                recoveries.get(recoveries.size() / 2).toMillis() / 1e3,
                recoveries.get(recoveries.size() - 1).toMillis() / 1e3);
    }
}
