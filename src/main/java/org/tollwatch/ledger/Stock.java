package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one claimant says of a level that may fall, such as the people who live displaced: a window has the newest level
 * stated for a date in it. Levels of different days are never added up. The date of a level is the end of its period,
 * exclusive like every end.
 */
final class Stock implements Account {

    private static final Comparator<Claim> NEWEST_LAST = Comparator.comparing(Claim::publishedAt)
            .thenComparing(c -> c.count().low())
            .thenComparing(Claim::id);

    private final String name;
    private final NavigableMap<Instant, NavigableSet<Claim>> wholes = new TreeMap<>();
    private final NavigableMap<Instant, NavigableSet<Claim>> parts = new TreeMap<>();
    private final Touched touched = new Touched();

    Stock(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void add(Claim level) {
        levels(level)
                .computeIfAbsent(level.period().to(), t -> new TreeSet<>(NEWEST_LAST))
                .add(level);
        touched.touch(level.period().to());
    }

    @Override
    public void remove(Claim level) {
        NavigableSet<Claim> there = levels(level).get(level.period().to());
        there.remove(level);
        if (there.isEmpty()) {
            levels(level).remove(level.period().to());
        }
        touched.touch(level.period().to());
    }

    private NavigableMap<Instant, NavigableSet<Claim>> levels(Claim level) {
        return level.extent() == Extent.PART ? parts : wholes;
    }

    @Override
    public Optional<Period> takeTouched() {
        return touched.take();
    }

    @Override
    public Optional<Heard> heard(Period window) {
        return newest(wholes, window).or(() -> newest(parts, window)).map(this::heard);
    }

    private static Optional<Claim> newest(NavigableMap<Instant, NavigableSet<Claim>> levels, Period window) {
        return Optional.ofNullable(levels.floorEntry(window.to()))
                .filter(e -> e.getKey().isAfter(window.from()))
                .map(Map.Entry::getValue)
                .map(NavigableSet::last);
    }

    private Heard heard(Claim level) {
        Count count = level.count();
        boolean whole = level.extent() != Extent.PART;
        long high = whole ? count.high() : Count.OPEN;
        View view = new View(name, level.side(), count.low(), count.best(), high, whole);
        return new Heard(view, level.publishedAt(), false, Heard.newest(List.of(level)));
    }

    @Override
    public List<Finding> findings(Period window) {
        return List.of();
    }

    @Override
    public List<SetAside> setAside() {
        return List.of();
    }

    @Override
    public Evidence evidence(Period window) {
        return Evidence.ofAll(newest(wholes, window)
                .or(() -> newest(parts, window))
                .map(List::of)
                .orElse(List.of()));
    }
}
