package org.tollwatch.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is unusual in an account's figures.
 *
 * @param lines the standing totals by where they count from
 * @param aside what the standing claims contradict
 */
record Chart(String account, Course course, Collection<Series> series, Map<Instant, ByEnd> lines, ByEnd aside) {

    private static final Duration LONGER_THAN_A_DAY = Duration.ofHours(36);

    /** A tenth of a count; in small counts everything is a tenth. */
    private static final long BASIS_SHARE = 10;

    private static final long LEAST_BASIS = 10;

    /** The newest, as many as a tally carries. */
    List<Finding> findings(Period window, Optional<Heard> heard) {
        List<Finding> found = new ArrayList<>();
        for (Series line : series) {
            newest(line.outliers(window).map(this::slip)).forEach(found::add);
            newest(line.restarts(window).map(this::restart)).forEach(found::add);
        }
        newest(aside.endingIn(window).flatMap(c -> contradicted(c, window).stream()))
                .forEach(found::add);
        heard.filter(h -> h.view().low() < h.view().high()).ifPresent(h -> found.addAll(skipped(window)));
        return Latest.findings(found.stream());
    }

    /** Told latest first; those that end together must all be known before some of them are left out. */
    private static List<Finding> newest(Stream<Finding> latestFirst) {
        List<Finding> found = new ArrayList<>();
        for (Finding finding : (Iterable<Finding>) latestFirst::iterator) {
            if (found.size() >= Tally.MOST_FINDINGS
                    && !finding.period()
                            .to()
                            .equals(found.get(found.size() - 1).period().to())) {
                break;
            }
            found.add(finding);
        }
        return found;
    }

    private Finding slip(Series.Outlier slip) {
        return finding(
                Finding.Kind.OUTLIER,
                slip.total().period(),
                slip.total(),
                slip.after().orElse(slip.before()));
    }

    private Finding restart(Series.Restart restart) {
        Instant from = restart.last().period().to();
        Instant to = restart.first().period().to();
        return finding(Finding.Kind.RESTART, new Period(from, to), restart.last(), restart.first());
    }

    private Optional<Finding> contradicted(Claim claim, Period window) {
        if (Admission.isTotal(claim)) {
            return revisedBy(claim).filter(by -> isUnusual(claim, by)).map(by -> revision(claim, by));
        }
        if (claim.extent() != Extent.WHOLE || !window.contains(claim.period())) {
            return Optional.empty();
        }
        Between step = new Between(course, claim.period());
        return step.low() == step.high() ? Optional.of(adjustment(claim, step.low())) : Optional.empty();
    }

    /** That a toll grows in the course of one day, or of one battle, is what tolls do. */
    static boolean isUnusual(Claim total, Claim by) {
        return by.count().best() < total.count().best()
                || !by.period().to().equals(total.period().to());
    }

    private Finding revision(Claim total, Claim by) {
        long moved = Math.abs(total.count().best() - by.count().best());
        boolean basis = moved >= Math.max(LEAST_BASIS, total.count().best() / BASIS_SHARE);
        return finding(basis ? Finding.Kind.BASIS_CHANGE : Finding.Kind.REVISION, total.period(), total, by);
    }

    private Finding adjustment(Claim day, long moved) {
        Finding.Kind kind = moved > day.count().best() ? Finding.Kind.LATE_LUMP : Finding.Kind.REVISION;
        return new Finding(kind, account, day.period(), day.count().best(), moved, List.of(day.id()));
    }

    private Finding finding(Finding.Kind kind, Period period, Claim before, Claim after) {
        return new Finding(
                kind, account, period, before.count().best(), after.count().best(), List.of(before.id(), after.id()));
    }

    /** The nearest total of the same count that says otherwise. */
    Optional<Claim> revisedBy(Claim total) {
        ByEnd line = lines.get(total.period().from());
        if (line == null || !Admission.isTotal(total)) {
            return Optional.empty();
        }
        Instant end = total.period().to();
        return line.atOrAfter(end)
                .filter(c -> c.count().high() < total.count().low())
                .or(() -> line.atOrBefore(end)
                        .filter(c -> c.count().low() > total.count().high()));
    }

    /** Steps of the totals, and figures of more than a day, that reach over an end of a window. */
    private Set<Finding> skipped(Period window) {
        Set<Finding> skipped = new LinkedHashSet<>();
        for (Instant end : List.of(window.from(), window.to())) {
            Cluster around = course.around(end);
            if (around != null) {
                around.wholes()
                        .forEach((period, claims) -> claims.stream()
                                .filter(c -> !Admission.isTotal(c) && reachesOver(period, end))
                                .forEach(c ->
                                        skipped.add(skipped(period, c.count().best(), c))));
            }
            for (ByEnd line : lines.values()) {
                line.atOrBefore(end)
                        .ifPresent(before -> line.atOrAfter(end).ifPresent(after -> {
                            if (before.period().to().isBefore(after.period().to())) {
                                Period step = new Period(
                                        before.period().to(), after.period().to());
                                if (reachesOver(step, end)) {
                                    long counted = after.count().best()
                                            - before.count().best();
                                    skipped.add(skipped(step, Math.max(0, counted), after));
                                }
                            }
                        }));
            }
        }
        return skipped;
    }

    private Finding skipped(Period step, long counted, Claim claim) {
        return new Finding(Finding.Kind.SKIPPED_DAYS, account, step, 0, counted, List.of(claim.id()));
    }

    private static boolean reachesOver(Period period, Instant moment) {
        return moment.isAfter(period.from())
                && moment.isBefore(period.to())
                && Duration.between(period.from(), period.to()).compareTo(LONGER_THAN_A_DAY) > 0;
    }
}
