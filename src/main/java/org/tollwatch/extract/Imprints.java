package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tollwatch.report.ReportImprint;
import org.tollwatch.report.ReportedClaim;

/**
 * Takes the imprint of a report: of its words by one-permutation min-hashing (Li, Owen and Zhang 2012) over runs of letters and
 * digits, which asks for no words and so is the same in every script; of its figures by what they say.
 */
final class Imprints {

    /** Places for min-hashes: the share that agree is off by some 0.09 from what it estimates. */
    static final int PLACES = 32;

    /** Letters and digits of a run: some three words of a language with spaces. */
    private static final int RUN = 16;

    /** Figures of a report that are kept. */
    private static final int FIGURES = 24;

    private static final int BASE = 0x01000193;

    private Imprints() {}

    static ReportImprint of(NormalText text, List<ReportedClaim> claims) {
        return new ReportImprint(words(text.folded()), figures(claims));
    }

    /** Of every run the hash, rolled from the one before; of every place the least that falls to it. */
    private static List<Integer> words(String folded) {
        int[] least = new int[PLACES];
        Arrays.fill(least, Integer.MAX_VALUE);
        char[] run = new char[RUN];
        int leaving = power();
        int hash = 0;
        int length = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            int slot = length % RUN;
            hash = hash * BASE + c - (length < RUN ? 0 : run[slot] * leaving);
            run[slot] = c;
            length++;
            if (length >= RUN) {
                int mixed = mix(hash);
                int place = mixed >>> 27;
                least[place] = Math.min(least[place], mixed & 0x07FFFFFF);
            }
        }
        return length < RUN ? List.of() : Arrays.stream(least).boxed().toList();
    }

    private static int power() {
        int power = 1;
        for (int i = 0; i < RUN; i++) {
            power *= BASE;
        }
        return power;
    }

    /** Spreads the bits (the finaliser of MurmurHash3). */
    private static int mix(int hash) {
        int h = (hash ^ hash >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    /** What is counted, and how many; not whose, which is harder to tell alike in two languages. */
    private static List<Integer> figures(List<ReportedClaim> claims) {
        List<Integer> figures = new ArrayList<>();
        for (ReportedClaim claim : claims) {
            boolean said = claim.getLow() > 1 || claim.getHigh() != null && claim.getHigh() > 1;
            int figure = mix(claim.getMeasure().name().hashCode() * 31
                    + Long.hashCode(claim.getLow() * 1_000_003 + claim.getBest()));
            if (said && claim.getVague() == null && figures.size() < FIGURES && !figures.contains(figure)) {
                figures.add(figure);
            }
        }
        return figures;
    }
}
