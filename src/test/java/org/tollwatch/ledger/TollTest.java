package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.start;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One account, kept up claim by claim, against the slow and obvious way: all claims admitted anew each time. */
class TollTest {

    private static final int CASES = Cases.of(2_000);
    private static final int DAYS = 14;

    @Test
    void claimsThatComeAndGoGiveWhatAdmittingAllOfThemAnewGives() {
        for (int seed = 0; seed < CASES; seed++) {
            run(seed);
        }
    }

    private static void run(int seed) {
        Random random = new Random(seed);
        int kind = random.nextInt(6);
        Toll toll = new Toll("x");
        List<Claim> held = new ArrayList<>();
        List<Period> windows = windows(random);
        List<Optional<Heard>> views = new ArrayList<>();
        List<List<Finding>> charts = new ArrayList<>();
        windows.forEach(w -> views.add(Optional.empty()));
        windows.forEach(w -> charts.add(List.of()));
        int steps = 3 + random.nextInt(25);
        for (int step = 0; step < steps; step++) {
            if (!held.isEmpty() && random.nextInt(5) == 0) {
                toll.remove(held.remove(random.nextInt(held.size())));
            } else {
                Claim claim = claim("c" + step, kind, random);
                held.add(claim);
                toll.add(claim);
            }
            String at = "seed " + seed + ", step " + step;
            Optional<Period> touched = toll.takeTouched();
            SlowToll slow = held.isEmpty() ? null : new SlowToll(held);
            for (int i = 0; i < windows.size(); i++) {
                Period window = windows.get(i);
                Optional<Heard> expected = slow == null ? Optional.empty() : slow.heard(window);
                List<Finding> findings = slow == null ? List.of() : slow.findings(window);
                boolean asked = touched.filter(t -> !t.from().isAfter(window.to()) && !t.to().isBefore(window.from()))
                        .isPresent();
                if (asked) {
                    views.set(i, toll.heard(window));
                    charts.set(i, toll.findings(window));
                }
                assertThat(views.get(i))
                        .as("%s, %s, touched %s", at, window, touched)
                        .isEqualTo(expected);
                assertThat(charts.get(i))
                        .as("%s, %s, touched %s", at, window, touched)
                        .isEqualTo(findings);
            }
            assertThat(reasons(toll.setAside())).as(at).isEqualTo(slow == null ? Set.of() : reasons(slow.setAside()));
            assertThat(toll.setAside()).as(at).noneMatch(a -> a.by().isEmpty());
        }
    }

    static Set<String> reasons(List<SetAside> aside) {
        return aside.stream().map(a -> a.claim().id() + " " + a.reason()).collect(Collectors.toSet());
    }

    /** Some of all windows: enough cases see every one of them. */
    private static List<Period> windows(Random random) {
        List<Period> windows = windows();
        Collections.shuffle(windows, random);
        return windows.subList(0, 20);
    }

    private static List<Period> windows() {
        List<Period> windows = new ArrayList<>();
        for (int from = -1; from <= DAYS; from++) {
            for (int to = from + 1; to <= DAYS + 1; to++) {
                windows.add(days(from, to));
            }
        }
        for (int day = 0; day < DAYS; day++) {
            windows.add(new Period(noon(day), noon(day + 1)));
            windows.add(new Period(start(0), noon(day)));
            windows.add(new Period(noon(day), start(day + 2)));
        }
        return windows;
    }

    private static Instant noon(int day) {
        return start(day).plus(Duration.ofHours(12));
    }

    private static Claim claim(String id, int kind, Random random) {
        boolean rough = random.nextInt(4) == 0;
        int day = random.nextInt(DAYS);
        int truth = 10 * (day + 1) + day * day % 7;
        int what = kind < 4 ? kind : random.nextInt(4);
        long slip = random.nextInt(5) == 0 ? random.nextInt(120) - 60 : 0;
        if (random.nextInt(25) == 0 && kind == 5) {
            return claim(
                    id,
                    days(day, day + 1 + random.nextInt(3)),
                    Extent.LISTED,
                    Coverage.INCIDENT,
                    count(5, rough, random),
                    random);
        }
        return switch (what) {
            case 0, 1 -> {
                int origin = what == 0 || random.nextInt(3) > 0 ? 0 : random.nextInt(3) * 3;
                Instant to = random.nextInt(6) == 0 ? noon(day) : start(day + 1);
                if (!start(origin).isBefore(to)) {
                    origin = 0;
                }
                long n = random.nextInt(12) == 0 && day > 8 ? 5 + day : truth * 3 - origin * 10 + slip;
                yield claim(
                        id,
                        new Period(start(origin), to),
                        Extent.WHOLE,
                        random.nextInt(9) == 0 ? Coverage.HISTORICAL : Coverage.CUMULATIVE,
                        count(Math.max(0, n), rough, random),
                        random);
            }
            case 2 -> {
                int length = random.nextInt(5) == 0 ? 2 + random.nextInt(5) : 1;
                Instant from = random.nextInt(8) == 0 ? noon(day) : start(day);
                yield claim(
                        id,
                        new Period(from, from.plus(Duration.ofDays(length))),
                        Extent.WHOLE,
                        random.nextBoolean() ? Coverage.DAY : Coverage.INCREMENT,
                        count(Math.max(0, 30L * length + (slip > 0 ? slip : 0)), rough, random),
                        random);
            }
            default ->
                claim(
                        id,
                        days(day, day + (random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1)),
                        Extent.PART,
                        Coverage.INCIDENT,
                        count(random.nextInt(25), rough, random),
                        random);
        };
    }

    private static Count count(long n, boolean rough, Random random) {
        if (!rough) {
            return Count.exactly(n);
        }
        return switch (random.nextInt(5)) {
            case 0 -> Count.atLeast(n);
            case 1 -> Count.about(n);
            case 2 -> Count.nearly(n);
            case 3 -> Count.upTo(n);
            default -> Count.between(n, n + 9);
        };
    }

    private static Claim claim(String id, Period period, Extent extent, Coverage coverage, Count count, Random random) {
        Instant published = period.to().plus(Duration.ofHours(random.nextInt(96) - 12));
        return new Claim(
                id,
                ARTSAKH,
                "x",
                Side.INDEPENDENT,
                count,
                period,
                random.nextBoolean(),
                extent,
                coverage,
                random.nextInt(3) == 0 ? "i" + random.nextInt(3) : "",
                published,
                Optional.empty(),
                "");
    }
}
