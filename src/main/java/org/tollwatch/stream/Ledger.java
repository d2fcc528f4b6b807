package org.tollwatch.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Book;
import org.tollwatch.ledger.Change;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Difference;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.LedgerEntry;

/** All claims of one conflict as they lie in the store at one moment, to be asked any question. */
public final class Ledger {

    private final Conflict conflict;
    private final List<Volume> books;
    private final List<Claim> claims = new ArrayList<>();

    /** @param books each once, in order */
    Ledger(Conflict conflict, List<Volume> books) {
        this.conflict = conflict;
        this.books = List.copyOf(books);
        books.forEach(book -> claims.addAll(book.claims()));
    }

    /** The part of it that tells of the scopes that are wanted: their measure, and their parties with what is inside. */
    public Ledger of(Wanted wanted) {
        return new Ledger(
                conflict,
                books.stream()
                        .filter(book -> wanted.needs(Keys.ofBook(book.book()), conflict.partyTree()))
                        .toList());
    }

    /** Of claims that were told elsewhere. */
    public static Ledger of(Conflict conflict, List<LedgerEntry> entries) {
        return new Ledger(
                conflict,
                List.copyOf(Shelf.with(new TreeMap<>(), entries, conflict).values()));
    }

    public Conflict conflict() {
        return conflict;
    }

    public boolean isEmpty() {
        return claims.isEmpty();
    }

    /** All of them, by book and id. */
    public List<Claim> claims() {
        return Collections.unmodifiableList(claims);
    }

    /** The claim as it was reported, with its words and its source. */
    public Optional<LedgerEntry> entry(String claimId) {
        return books.stream()
                .flatMap(book -> Stream.ofNullable(book.byId().get(claimId)))
                .map(Volume.Item::entry)
                .findFirst();
    }

    /** The claims as they were reported, by book and id. */
    List<LedgerEntry> all() {
        return books.stream()
                .flatMap(book -> book.byId().values().stream())
                .map(Volume.Item::entry)
                .toList();
    }

    /** The claims as they were reported, the first published first. */
    public List<LedgerEntry> entries() {
        return all().stream().sorted(Entries.FIRST_PUBLISHED).toList();
    }

    /** The newest publication; empty when there is none. */
    public Optional<Instant> newest() {
        return claims.stream().map(Claim::publishedAt).max(Comparator.naturalOrder());
    }

    /** The scopes that something is claimed of. */
    public Set<Scope> scopes() {
        Set<Scope> scopes = new LinkedHashSet<>();
        claims.forEach(claim -> scopes.add(claim.scope()));
        return scopes;
    }

    /**
     * The windows of a kind in which a claim's period starts or ends, and the episodes it overlaps.
     *
     * @param asOf only what was published by then counts
     */
    public Set<Window> windows(WindowKind kind, Instant asOf) {
        Set<Window> windows = new LinkedHashSet<>();
        for (Claim claim : claims) {
            if (!claim.publishedAt().isAfter(asOf)) {
                windowsOf(claim.period(), kind, windows);
            }
        }
        return windows;
    }

    private void windowsOf(Period period, WindowKind kind, Set<Window> windows) {
        if (kind == WindowKind.YEAR) {
            windows.add(conflict.calendar().year(period.from()));
            windows.add(conflict.calendar().year(period.to().minusNanos(1)));
            return;
        }
        Book.windowsOf(period, conflict.calendar()).stream()
                .filter(w -> w.kind() == kind)
                .forEach(windows::add);
    }

    /** The tallies that would be kept, had only what was published by then arrived; in reading order. */
    public List<Tally> kept(Instant asOf, Policy policy) {
        return reckoning(policy).kept(claims, asOf);
    }

    /**
     * The tallies of asked-for windows, in reading order.
     *
     * @param asOf only what was published by then counts
     */
    public List<Tally> tallies(Collection<Window> windows, Instant asOf, Policy policy) {
        Set<Window> asked = Set.copyOf(windows);
        return reckoning(policy).tallies(claims, asked, asOf).stream()
                .filter(tally -> asked.contains(tally.window()))
                .toList();
    }

    /**
     * Whether both were made of the very same books, none of which was written in between; then they give the same answers.
     * Books that are read anew, as those of other instances are, are not the same.
     */
    public boolean hasTheBooksOf(Ledger other) {
        boolean same = conflict == other.conflict && books.size() == other.books.size();
        for (int i = 0; same && i < books.size(); i++) {
            same = books.get(i) == other.books.get(i);
        }
        return same;
    }

    /** Why one tally is what it is. */
    public Explanation explain(Scope scope, Window window, Instant asOf, Policy policy) {
        return reckoning(policy).explain(claims, scope, window, asOf);
    }

    /**
     * Which tallies of the wanted scopes changed between two moments, and by what, which is looked up as they are taken from
     * the list; the later reckoned under another policy, or the same.
     */
    public List<Change> changes(
            Collection<Window> windows,
            Predicate<Scope> wanted,
            Instant from,
            Instant to,
            Policy before,
            Policy after) {
        return new Difference(reckoning(before), reckoning(after)).between(claims, windows, wanted, from, to);
    }

    private Reckoning reckoning(Policy policy) {
        return new Reckoning(conflict.partyTree(), conflict.placeTree(), conflict.calendar(), policy);
    }
}
