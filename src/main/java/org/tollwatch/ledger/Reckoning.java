package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The whole method as one pure function: from a conflict's ledger to its tallies in the asked windows, as known at some
 * moment, under a policy. What the streams keep is this, done piece by piece.
 */
public final class Reckoning {

    /** Of the method: raised whenever the same claims come to other tallies, so that kept ones are made anew. */
    public static final int VERSION = 3;

    /** Tallies in the order people read them. */
    public static final Comparator<Tally> READING_ORDER = Comparator.<Tally, String>comparing(
                    t -> t.scope().conflict())
            .thenComparing(t -> t.window().period().from())
            .thenComparing(t -> t.window().period().to())
            .thenComparing(t -> t.window().kind())
            .thenComparing(t -> t.scope().party())
            .thenComparing(t -> t.scope().measure())
            .thenComparing(t -> t.scope().item())
            .thenComparing(t -> t.scope().status())
            .thenComparing(t -> t.scope().place());

    private final Hierarchy parties;
    private final Hierarchy places;
    private final Calendar calendar;
    private final Policy policy;

    public Reckoning(Hierarchy parties, Hierarchy places, Calendar calendar, Policy policy) {
        this.parties = parties;
        this.places = places;
        this.calendar = calendar;
        this.policy = policy;
    }

    /**
     * @param ledger claims of one conflict, each id once, in any order
     * @param windows the windows asked for; days inside them come along
     * @param asOf only what was first published by then counts
     * @return in {@link #READING_ORDER}
     */
    public List<Tally> tallies(Collection<Claim> ledger, Collection<Window> windows, Instant asOf) {
        return reckon(ledger, book -> windows, asOf);
    }

    /**
     * What the streams keep: the tallies of the days, weeks, months and episodes that each book's claims can say
     * something of.
     *
     * @param ledger claims of one conflict, each id once, in any order
     * @param asOf only what was first published by then counts
     * @return in {@link #READING_ORDER}
     */
    public List<Tally> kept(Collection<Claim> ledger, Instant asOf) {
        return reckon(ledger, Book::windows, asOf);
    }

    private List<Tally> reckon(Collection<Claim> ledger, Function<Book, Collection<Window>> windowsOf, Instant asOf) {
        Map<Scope, List<Claim>> books = new LinkedHashMap<>();
        for (Claim claim : ledger) {
            if (!claim.publishedAt().isAfter(asOf)) {
                books.computeIfAbsent(bookOf(claim.scope()), s -> new ArrayList<>())
                        .add(claim);
            }
        }
        Map<Scope, List<Tally>> byMeasure = new LinkedHashMap<>();
        books.forEach((scope, claims) -> {
            Book book = Book.of(claims, places, calendar, policy);
            byMeasure
                    .computeIfAbsent(scope.withParty(parties.root()), s -> new ArrayList<>())
                    .addAll(book.tallies(windowsOf.apply(book)));
        });
        List<Tally> all = new ArrayList<>();
        for (List<Tally> ofParties : byMeasure.values()) {
            ofParties.stream().filter(t -> !parties.isParent(t.scope().party())).forEach(all::add);
            all.addAll(Rollup.tallies(ofParties, parties, places, policy));
        }
        all.sort(READING_ORDER);
        return all;
    }

    /**
     * Why one tally is what it is: the part of every claim that has to do with it.
     *
     * @param ledger claims of one conflict, each id once, in any order
     * @param asOf only what was first published by then counts
     */
    public Explanation explain(Collection<Claim> ledger, Scope scope, Window window, Instant asOf) {
        Within within = new Within(parties, places);
        // Whole books: what is said of one place or status tells of which days the others are read as well.
        List<Claim> known = known(ledger, asOf).stream()
                .filter(c -> within.inside(bookOf(c.scope()), bookOf(scope)))
                .toList();
        Predicate<Scope> needed = inner -> within.inside(inner, scope);
        Explainer all = explainer(known, needed, asOf);
        Explanation told = all.explain(scope, window);
        Guides guides = new Guides(
                known, claims -> (claims == known ? all : explainer(claims, needed, asOf)).figure(scope, window));
        return guides.in(told);
    }

    /** @param needed which scopes bear on what will be asked */
    Explainer explainer(Collection<Claim> known, Predicate<Scope> needed, Instant asOf) {
        return new Explainer(known, needed, parties, places, calendar, policy, asOf);
    }

    static List<Claim> known(Collection<Claim> ledger, Instant asOf) {
        return ledger.stream().filter(c -> !c.publishedAt().isAfter(asOf)).toList();
    }

    Policy policy() {
        return policy;
    }

    /** The book a scope is reckoned in: its party and measure, whatever the status and place. */
    public static Scope bookOf(Scope scope) {
        return scope.withStatus(Status.ANY).withPlace("");
    }
}
