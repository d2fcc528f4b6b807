package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All claims about one party and one measure: what is reckoned together. Every scope in it has its accounts; its tallies
 * are rolled up over time, place and status. What it says depends on the claims in it alone, not on when or in what order
 * they came; taking in one more costs what that one changes. Not for several threads at a time.
 */
public final class Book {

    private final Hierarchy places;
    private final Calendar calendar;
    private final Policy policy;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Retractions retractions = new Retractions();
    private final Echoes echoes = new Echoes();

    /** Ids of those that stand on their pages: neither withdrawn nor an echo. */
    private final Set<String> entered = new HashSet<>();

    private final Map<Scope, Page> pages = new LinkedHashMap<>();
    private final Map<Window, Integer> registered = new HashMap<>();
    /** Registered windows that nobody asked for yet. */
    private final Set<Window> waiting = new LinkedHashSet<>();

    private final Set<Page> changed = new LinkedHashSet<>();
    private final Map<Window, Set<Page>> unread = new LinkedHashMap<>();
    private Scope any;
    private Lattice lattice;
    /** Made when first needed. */
    private Workings.Filed filed;

    public Book(Hierarchy places, Calendar calendar, Policy policy) {
        this.places = places;
        this.calendar = calendar;
        this.policy = policy;
    }

    /** @param claims as {@link #add} takes them, in any order */
    public static Book of(Collection<Claim> claims, Hierarchy places, Calendar calendar, Policy policy) {
        Book book = new Book(places, calendar, policy);
        claims.forEach(book::add);
        return book;
    }

    /**
     * Takes in a claim of the book's conflict, party, measure and item. One with the id of a claim that is there takes its
     * place.
     */
    public void add(Claim stated) {
        Claim claim = stated.in(policy.words());
        Claim known = claims.put(claim.id(), claim);
        if (claim.equals(known)) {
            return;
        }
        if (lattice == null) {
            any = claim.scope();
            lattice = new Lattice(
                    places, new Hierarchy(any.party(), Map.of()), !any.measure().isStock());
        }
        filed = null;
        windowsOf(claim.period(), calendar).forEach(this::register);
        if (known != null) {
            remove(known);
        }
        retractions.add(claim).forEach(this::note);
        echoes.add(claim).forEach(this::settle);
        settle(claim);
    }

    private void remove(Claim claim) {
        retractions.remove(claim).forEach(this::note);
        echoes.remove(claim).forEach(this::settle);
        if (entered.remove(claim.id())) {
            pages(claim).forEach(page -> page.remove(claim));
        }
        windowsOf(claim.period(), calendar).forEach(this::unregister);
    }

    private void note(Retractions.Shift shift) {
        pages(shift.claim()).stream()
                .filter(page -> page.scope().equals(shift.claim().scope()))
                .forEach(page -> page.note(shift));
        settle(shift.claim());
    }

    /** Enters a claim that counts now, and takes out one that counts no more. */
    private void settle(Claim claim) {
        boolean counts = !claim.isRetraction()
                && claims.get(claim.id()) == claim
                && retractions.by(claim).isEmpty()
                && echoes.of(claim).isEmpty();
        if (counts && entered.add(claim.id())) {
            pages(claim).forEach(page -> page.add(claim));
        } else if (!counts && entered.remove(claim.id())) {
            pages(claim).forEach(page -> page.remove(claim));
        }
    }

    /**
     * Where a claim is entered; it may read otherwise from now on. A list that is kept complete is complete for every place
     * around its entries' too.
     */
    private List<Page> pages(Claim claim) {
        String place = claim.scope().place();
        List<String> counted = claim.extent() == Extent.LISTED ? places.pathOf(place) : List.of(place);
        List<Page> entered = counted.stream()
                .map(claim.scope()::withPlace)
                .map(scope -> pages.computeIfAbsent(scope, s -> new Page(s, policy)))
                .toList();
        changed.addAll(entered);
        return entered;
    }

    private void register(Window window) {
        if (registered.merge(window, 1, Integer::sum) == 1) {
            waiting.add(window);
        }
    }

    private void unregister(Window window) {
        if (registered.merge(window, -1, Integer::sum) == 0) {
            registered.remove(window);
            if (!waiting.remove(window)) {
                close(window);
            }
        }
    }

    /** How many claims are in the book. */
    public int size() {
        return claims.size();
    }

    /** The days, weeks, months and episodes that the claims can say something of. */
    public Set<Window> windows() {
        return Set.copyOf(registered.keySet());
    }

    /** The windows in which a claim's period starts or ends, and the episodes it overlaps. */
    public static Set<Window> windowsOf(Period period, Calendar calendar) {
        Set<Window> windows = new LinkedHashSet<>(calendar.episodes(period));
        for (var at : List.of(period.from(), period.to().minusNanos(1))) {
            windows.add(calendar.day(at));
            windows.add(calendar.week(at));
            windows.add(calendar.month(at));
        }
        return windows;
    }

    /** Whether something may read otherwise than when {@link #takeChanges} was last asked. Cheaper than asking that. */
    public boolean mayHaveChanged() {
        lookUp();
        return !waiting.isEmpty() || !unread.isEmpty() || lattice != null && lattice.hasChanges();
    }

    /**
     * Reckons what may read otherwise, as far as there is time.
     *
     * @param goOn asked now and then; at least one step is made
     * @return whether all is done, so that {@link #takeChanges} has nothing left to reckon
     */
    public boolean reckon(BooleanSupplier goOn) {
        lookUp();
        List.copyOf(waiting).forEach(this::open);
        waiting.clear();
        return read(goOn);
    }

    /**
     * What changed in the days, weeks, months and episodes of {@link #windows} since this was last asked: at first all that
     * is known. A window of which nothing is known has no tally: no figure is not zero.
     */
    public List<TallyChange> takeChanges() {
        reckon(() -> true);
        return lattice == null ? List.of() : Changes.of(lattice.takeChanges(), any, policy);
    }

    /**
     * The tallies of the asked windows, whether registered or not, and of the days inside them, for every scope that
     * something is known of. Takes no changes.
     */
    public List<Tally> tallies(Collection<Window> asked) {
        if (lattice == null) {
            return List.of();
        }
        lookUp();
        Set<Window> windows = new LinkedHashSet<>(asked);
        registered.keySet().stream()
                .filter(w -> w.kind() == WindowKind.DAY)
                .filter(d -> asked.stream().anyMatch(w -> w.period().contains(d.period())))
                .forEach(windows::add);
        List<Window> opened = windows.stream().filter(w -> !lattice.isOpen(w)).toList();
        opened.forEach(this::open);
        read(() -> true);
        List<Tally> tallies = windows.stream().flatMap(this::tallies).toList();
        opened.forEach(window -> {
            if (!waiting.remove(window)) {
                close(window);
            }
        });
        return tallies;
    }

    private Stream<Tally> tallies(Window window) {
        return lattice.rolled(window).entrySet().stream()
                .filter(e -> e.getValue().saysSomething())
                .map(e -> e.getValue().toTally(e.getKey().scope(any), window, policy));
    }

    /** Takes in more; tells in which times the book may read otherwise for it, ends included. */
    List<Period> grow(Collection<Claim> more) {
        lookUp();
        Set<Window> known = windows();
        more.forEach(this::add);
        List<Period> times = new ArrayList<>(lookUp());
        registered.keySet().stream()
                .filter(window -> window.kind() == WindowKind.DAY && !known.contains(window))
                .forEach(day -> times.add(day.period()));
        return times;
    }

    /** Finds the windows that must be read again, without reading them; tells in which times they lie. */
    private List<Period> lookUp() {
        List<Period> times = new ArrayList<>();
        for (Page page : changed) {
            for (Period period : page.takeTouched()) {
                times.add(period);
                lattice.touching(period).forEach(window -> reread(window, page));
            }
        }
        changed.clear();
        return times;
    }

    private void reread(Window window, Page page) {
        unread.computeIfAbsent(window, w -> new LinkedHashSet<>()).add(page);
    }

    private void open(Window window) {
        lattice.open(window);
        pages.values().stream().filter(page -> page.reaches(window)).forEach(page -> reread(window, page));
    }

    private void close(Window window) {
        unread.remove(window);
        pages.values().forEach(page -> lattice.put(new Cell(window, page.scope()), null));
        lattice.close(window);
    }

    private boolean read(BooleanSupplier goOn) {
        Iterator<Map.Entry<Window, Set<Page>>> next = unread.entrySet().iterator();
        for (boolean more = true; more && next.hasNext(); more = goOn.getAsBoolean()) {
            Map.Entry<Window, Set<Page>> entry = next.next();
            Window window = entry.getKey();
            entry.getValue().forEach(page -> lattice.put(new Cell(window, page.scope()), page.reckon(window.period())));
            next.remove();
        }
        return unread.isEmpty();
    }

    /** What was not admitted, and why. */
    public List<SetAside> setAside() {
        Stream<SetAside> outside = claims.values().stream().flatMap(claim -> outside(claim).stream());
        return Stream.concat(pages.values().stream().flatMap(p -> p.setAside().stream()), outside)
                .toList();
    }

    private Optional<SetAside> outside(Claim claim) {
        if (claim.isRetraction()) {
            return Optional.empty();
        }
        return retractions
                .by(claim)
                .map(by -> new SetAside(claim, SetAside.Reason.RETRACTED, List.of(by.id())))
                .or(() -> echoes.of(claim).map(by -> new SetAside(claim, SetAside.Reason.ECHO, List.of(by.id()))));
    }

    /**
     * What the tallies of one window are made of.
     *
     * @param needed which scopes bear on what will be asked
     */
    Workings workings(Window window, Predicate<Scope> needed) {
        Set<Window> asked = new LinkedHashSet<>(List.of(window));
        registered.keySet().stream()
                .filter(w -> w.kind() == WindowKind.DAY && window.period().contains(w.period()))
                .forEach(asked::add);
        Map<Cell, Part> own = new HashMap<>();
        Map<Scope, List<Account>> accounts = new HashMap<>();
        pages.forEach((scope, page) -> {
            if (!needed.test(scope)) {
                return;
            }
            accounts.put(scope, page.accounts());
            for (Window each : asked) {
                Part part = page.reckon(each.period());
                if (part != null) {
                    own.put(new Cell(each, scope), part);
                }
            }
        });
        Hierarchy thisParty = new Hierarchy(any.party(), Map.of());
        Lattice made = Lattice.of(own, window, places, thisParty, !any.measure().isStock());
        return new Workings(filed(), made, accounts);
    }

    private Workings.Filed filed() {
        if (filed == null) {
            filed = Workings.Filed.of(claims.values(), setAside());
        }
        return filed;
    }

    /** All of them, as the policy's word profile reads them. */
    Collection<Claim> claims() {
        return claims.values();
    }
}
