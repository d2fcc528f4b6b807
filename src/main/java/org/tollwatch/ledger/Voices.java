package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who says something of one scope and window, and who of them makes its figure what it is: the fewest whose views give
 * the same figure, the adversary and the vaguer left out first, then the older.
 */
final class Voices {

    /** One account and what it says of the window. */
    record Voice(Account account, Policy.Candidate candidate) {

        View view() {
            return candidate.view();
        }
    }

    private final Policy policy;
    private final List<Voice> all;
    private final List<Voice> deciding = new ArrayList<>();
    private final List<Voice> contesting = new ArrayList<>();
    private final Figure figure;

    /** @param accounts of one scope, at least one of which says something of the window */
    Voices(List<Account> accounts, Period window, Policy policy) {
        this.policy = policy;
        List<Voice> heard = new ArrayList<>();
        for (Account account : accounts) {
            account.heard(window)
                    .ifPresent(h ->
                            heard.add(new Voice(account, new Policy.Candidate(h.view(), h.published(), h.adjusted()))));
        }
        all = heard.stream()
                .sorted(Comparator.<Voice, Boolean>comparing(v -> !outranked(v, heard))
                        .thenComparing(v -> v.candidate().published())
                        .thenComparing(v -> v.view().account()))
                .toList();
        figure = figure(all);
        deciding.addAll(all);
        all.forEach(this::dropIfIdle);
        if (figure.grade() == Grade.CONTESTED) {
            contest();
        }
    }

    private void dropIfIdle(Voice voice) {
        List<Voice> rest = without(deciding, voice);
        if (!rest.isEmpty() && moved(figure(rest)).isEmpty()) {
            deciding.remove(voice);
        }
    }

    private void contest() {
        List<Voice> agreeing = new ArrayList<>(deciding);
        for (int i = all.size() - 1; i >= 0 && figure(agreeing).grade() != Grade.CONTESTED; i--) {
            if (!agreeing.contains(all.get(i))) {
                agreeing.add(all.get(i));
                contesting.add(all.get(i));
            }
        }
        for (Voice voice : List.copyOf(contesting)) {
            if (figure(without(agreeing, voice)).grade() == Grade.CONTESTED) {
                agreeing.remove(voice);
                contesting.remove(voice);
            }
        }
    }

    List<Voice> all() {
        return all;
    }

    /** Those whose views make the grade CONTESTED without moving a number. */
    List<Voice> contesting() {
        return contesting;
    }

    /** The adversary while others speak, and who says nothing narrower than another, unless they move something. */
    boolean counts(Voice voice) {
        return deciding.contains(voice) || contesting.contains(voice) || !outranked(voice, all);
    }

    /** Those that give the figure's number, each with its own number that is meant: its low, best or high. */
    Map<Voice, Facet> setting(Facet facet) {
        if (facet == Facet.CAP) {
            return matching(
                    v -> v.view().covers()
                            && v.view().side() != Side.ADVERSARY
                            && v.view().high() == figure.cap(),
                    Facet.HIGH);
        }
        Map<Voice, Facet> setting = new LinkedHashMap<>();
        for (Voice voice : deciding) {
            List<Voice> rest = without(deciding, voice);
            if (rest.isEmpty() || moved(figure(rest)).contains(facet)) {
                setting.put(voice, meant(voice, facet));
            }
        }
        if (setting.isEmpty()) {
            setting.putAll(matching(v -> deciding.contains(v) && number(v, facet) == facet.of(figure), facet));
        }
        if (setting.isEmpty()) {
            deciding.forEach(v -> setting.put(v, meant(v, facet)));
        }
        return setting;
    }

    private Map<Voice, Facet> matching(Predicate<Voice> which, Facet meant) {
        Map<Voice, Facet> matching = new LinkedHashMap<>();
        all.stream().filter(which).forEach(v -> matching.put(v, meant));
        return matching;
    }

    /** A claimant of a part bounds the high by its low, and a cap bounds the low by a high. */
    private Facet meant(Voice voice, Facet facet) {
        if (number(voice, facet) == facet.of(figure)) {
            return facet;
        }
        return List.of(Facet.LOW, Facet.BEST, Facet.HIGH).stream()
                .filter(f -> number(voice, f) == facet.of(figure))
                .findFirst()
                .orElse(facet);
    }

    private static long number(Voice voice, Facet facet) {
        return switch (facet) {
            case LOW -> voice.view().low();
            case BEST -> voice.view().best();
            case HIGH, CAP -> voice.view().high();
        };
    }

    private Set<Facet> moved(Figure other) {
        Set<Facet> moved = EnumSet.noneOf(Facet.class);
        for (Facet facet : Facet.values()) {
            if (!facet.same(figure, other)) {
                moved.add(facet);
            }
        }
        return moved;
    }

    private Figure figure(List<Voice> voices) {
        return new Disagreement(voices.stream().map(Voice::candidate).toList(), policy).figure();
    }

    private static boolean outranked(Voice voice, List<Voice> among) {
        View view = voice.view();
        if (view.side() == Side.ADVERSARY) {
            return among.stream().anyMatch(v -> v.view().side() != Side.ADVERSARY);
        }
        return view.covers()
                && among.stream()
                        .map(Voice::view)
                        .filter(v -> v.covers() && v.side() != Side.ADVERSARY)
                        .anyMatch(v -> view.low() <= v.low()
                                && view.high() >= v.high()
                                && (view.low() < v.low() || view.high() > v.high()));
    }

    private static List<Voice> without(List<Voice> voices, Voice one) {
        return voices.stream().filter(v -> v != one).toList();
    }
}
