package org.tollwatch.serve;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.stream.News;

/**
 * The newest day, week and episode of every party's tallies, without places and items, as the news tell them. A tally more
 * costs one look into a map. What was before the news, or comes back when a tally is gone, is read from the stores once.
 */
final class TallyBoard {

    static final Set<WindowKind> KINDS = EnumSet.of(WindowKind.EPISODE, WindowKind.DAY, WindowKind.WEEK);

    /**
     * A figure to show.
     *
     * @param high {@link org.tollwatch.ledger.Count#OPEN} when nothing bounds it
     */
    record Row(
            String conflict,
            String party,
            Measure measure,
            Status status,
            WindowKind kind,
            Period period,
            long low,
            long best,
            long high) {

        static Row of(Tally tally) {
            Scope scope = tally.scope();
            return new Row(
                    scope.conflict(),
                    scope.party(),
                    scope.measure(),
                    scope.status(),
                    tally.window().kind(),
                    tally.window().period(),
                    tally.low(),
                    tally.best(),
                    tally.high());
        }
    }

    /** What is shown first where not all can be: episodes; all victims; all sides; the newest window. */
    static final Comparator<Row> FIRST_SHOWN = Comparator.<Row>comparingInt(row ->
                    List.of(WindowKind.EPISODE, WindowKind.DAY, WindowKind.WEEK).indexOf(row.kind()))
            .thenComparing(Row::status)
            .thenComparing(row -> !row.party().equals(Scope.ALL))
            .thenComparing(row -> row.period().from(), Comparator.reverseOrder())
            .thenComparing(Row::conflict)
            .thenComparing(Row::party)
            .thenComparing(Row::measure);

    private record Place(Scope scope, WindowKind kind) {}

    private final Map<Place, Row> rows = new HashMap<>();
    private final Set<String> unread = new HashSet<>();

    /** A conflict whose tallies are to be read from the stores; it is not named again. */
    synchronized Optional<String> takeUnread() {
        Optional<String> next = unread.stream().findFirst();
        next.ifPresent(unread::remove);
        return next;
    }

    /** The conflict's tallies are to be read from the stores, and {@link #stored given} here. */
    synchronized void read(String conflict) {
        unread.add(conflict);
    }

    /** Nothing is known any more: news were missed. */
    synchronized void clear() {
        rows.clear();
    }

    synchronized void heard(News news) {
        if (news instanceof News.Changed changed) {
            show(changed.tally(), true);
        } else if (news instanceof News.Gone gone) {
            gone(gone.scope(), gone.window());
        }
    }

    /** What the stores hold. News that came meanwhile are newer. */
    synchronized void stored(List<Tally> tallies) {
        tallies.forEach(tally -> show(tally, false));
    }

    /** In the order they are shown. */
    synchronized List<Row> rows() {
        return rows.values().stream().sorted(FIRST_SHOWN).toList();
    }

    private void show(Tally tally, boolean news) {
        Scope scope = tally.scope();
        Window window = tally.window();
        if (!KINDS.contains(window.kind())
                || !scope.place().isEmpty()
                || !scope.item().isEmpty()) {
            return;
        }
        rows.merge(new Place(scope, window.kind()), Row.of(tally), (held, next) -> {
            int later = next.period().from().compareTo(held.period().from());
            return later > 0 || later == 0 && news ? next : held;
        });
    }

    private void gone(Scope scope, Window window) {
        Place place = new Place(scope, window.kind());
        Row held = rows.get(place);
        if (held != null && held.period().equals(window.period())) {
            rows.remove(place);
            unread.add(scope.conflict());
        }
    }
}
