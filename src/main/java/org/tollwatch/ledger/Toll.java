package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one claimant says of a count that never falls, as constraints on one counting function. Adding up is never needed:
 * the same figure again changes nothing, and a running total competes with the days inside it.
 */
final class Toll implements Account {

    private final String name;
    private final Map<Side, Integer> sides = new EnumMap<>(Side.class);
    private final Touched touched = new Touched();
    private final Register register = new Register(touched);
    private final Map<Instant, Series> series = new TreeMap<>();
    private final Map<String, Claim> examined = new HashMap<>();
    private final Origins origins = new Origins();
    private final Admitted admitted = new Admitted(touched);
    /** What was last asked: who reads a window asks several things of it. */
    private Period asked;

    private Optional<Heard> answered = Optional.empty();

    Toll(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void add(Claim claim) {
        asked = null;
        count(claim.side(), 1);
        if (claim.extent() == Extent.LISTED) {
            register.add(claim);
        } else if (Admission.isTotal(claim)) {
            Series line = series.computeIfAbsent(claim.period().from(), o -> new Series());
            line.add(claim);
            examine(line);
        } else {
            admitted.put(claim, rank(claim));
            admitted.settle();
        }
    }

    @Override
    public void remove(Claim claim) {
        asked = null;
        count(claim.side(), -1);
        if (claim.extent() == Extent.LISTED) {
            register.remove(claim);
        } else if (Admission.isTotal(claim)) {
            Series line = series.get(claim.period().from());
            line.remove(claim);
            touched.touch(claim.period().to());
            examined(claim, Optional.empty());
            examine(line);
        } else {
            admitted.drop(claim);
            admitted.settle();
        }
    }

    /** An account stands on one side; a claim that says another may move it for every window. */
    private void count(Side of, int more) {
        Optional<Side> before = sides.keySet().stream().findFirst();
        sides.merge(of, more, (a, b) -> a + b == 0 ? null : a + b);
        if (!before.equals(sides.keySet().stream().findFirst())) {
            touched.touchAll();
        }
    }

    private static int rank(Claim claim) {
        return claim.extent() == Extent.PART ? Admission.INCIDENT : Admission.OTHER_WHOLE;
    }

    /** Leaves out repeats and slips, and dates the totals of a new count from where it began. */
    private void examine(Series line) {
        Set<Claim> open = new HashSet<>();
        for (Claim total : line.takeChanged()) {
            boolean left = line.isRepeat(total) || line.outlier(total).isPresent();
            examined(total, left ? Optional.empty() : Optional.of(line.rebased(total)))
                    .ifPresent(open::add);
        }
        line.takeTold().forEach(touched::touch);
        open.addAll(origins.rerank());
        open.forEach(total -> admitted.put(total, origins.rank(total)));
        admitted.settle();
    }

    /** @return what has to be admitted anew */
    private Optional<Claim> examined(Claim total, Optional<Claim> now) {
        Optional<Claim> before = Optional.ofNullable(examined.get(total.id()));
        if (before.equals(now)) {
            return Optional.empty();
        }
        before.ifPresent(b -> {
            admitted.drop(b);
            origins.remove(b);
            examined.remove(b.id());
        });
        now.ifPresent(n -> {
            origins.add(n);
            examined.put(n.id(), n);
        });
        return now;
    }

    @Override
    public Optional<Period> takeTouched() {
        return touched.take();
    }

    @Override
    public Optional<Heard> heard(Period window) {
        if (!window.equals(asked)) {
            answered = reckoned(window);
            asked = window;
        }
        return answered;
    }

    private Optional<Heard> reckoned(Period window) {
        Optional<Count> listed = register.sum(window);
        if (listed.isPresent()) {
            return Optional.of(heard(listed.get(), true, false, register.newest(window)));
        }
        Optional<Claim> stated = admitted.stated(window);
        List<Claim> tiles = admitted.disputed(window);
        if (!tiles.isEmpty()) {
            Count sum = tiles.stream().map(Claim::count).reduce(Count::plus).orElseThrow();
            return Optional.of(heard(sum, true, false, tiles));
        }
        Between between = new Between(admitted.course(), window);
        boolean covers = between.covers();
        long low = between.low();
        long high = covers ? between.high() : Count.OPEN;
        List<Claim> lumps = admitted.startsASeries(window) ? List.of() : admitted.lumps(window);
        for (Claim day : lumps) {
            long more = admitted.step(day).low() - day.count().best();
            low = Math.max(0, low - Math.max(0, more));
            high = high == Count.OPEN ? high : high + Math.max(0, -more);
        }
        if (low == 0 && high == Count.OPEN) {
            return Optional.empty();
        }
        long best = stated.map(c -> c.count().best()).orElseGet(between::best);
        Count count = new Count(low, Math.max(low, Math.min(best, high)), high);
        Heard heard = heard(count, covers, !lumps.isEmpty(), admitted.support(window));
        return Optional.of(stated.map(c -> new Heard(heard.view(), c.publishedAt(), heard.adjusted(), heard.claims()))
                .orElse(heard));
    }

    private Heard heard(Count count, boolean covers, boolean adjusted, List<Claim> support) {
        View view = new View(name, side(), count.low(), count.best(), count.high(), covers);
        return new Heard(view, Heard.latest(support), adjusted, Heard.newest(support));
    }

    private Side side() {
        return sides.keySet().iterator().next();
    }

    @Override
    public List<Finding> findings(Period window) {
        return new Chart(name, admitted.course(), series.values(), admitted.lines(), admitted.aside())
                .findings(window, heard(window));
    }

    @Override
    public List<SetAside> setAside() {
        Chart chart = new Chart(name, admitted.course(), series.values(), admitted.lines(), admitted.aside());
        List<SetAside> all = new ArrayList<>();
        admitted.aside().all().map(claim -> setAside(claim, chart)).forEach(all::add);
        series.values().forEach(line -> all.addAll(line.setAside()));
        return all;
    }

    private SetAside setAside(Claim claim, Chart chart) {
        return chart.revisedBy(claim)
                .map(by -> new SetAside(claim, SetAside.Reason.REVISED, List.of(by.id())))
                .orElseGet(() -> new SetAside(
                        claim,
                        SetAside.Reason.CONTRADICTED,
                        admitted.against(claim).stream().map(Claim::id).sorted().toList()));
    }

    @Override
    public Evidence evidence(Period window) {
        if (register.sum(window).isPresent()) {
            return register.evidence(window);
        }
        Optional<View> view = heard(window).map(Heard::view);
        if (view.isEmpty()) {
            return Evidence.ofAll(List.of());
        }
        List<Claim> tiles = admitted.disputed(window);
        if (!tiles.isEmpty()) {
            return Evidence.ofAll(tiles);
        }
        Witnesses witnesses = new Witnesses(view.get(), window, admitted.course());
        return witnesses.evidence(
                admitted.stated(window),
                admitted.startsASeries(window) ? List.of() : admitted.lumps(window),
                admitted.endingIn(window, Integer.MAX_VALUE),
                admitted.newestWholes());
    }
}
