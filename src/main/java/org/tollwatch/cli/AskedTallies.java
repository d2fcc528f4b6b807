package org.tollwatch.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.stream.TallyService;

/**
 * The tallies of one conflict in the windows that were asked for: those that are kept from the stores, spans of days
 * reckoned from the ledger's claims.
 */
record AskedTallies(TallyService service, Conflict conflict) {

    /** In {@link Reckoning#READING_ORDER}. */
    List<Tally> in(WindowOption windows) {
        List<Tally> tallies = new ArrayList<>();
        for (WindowKind kind : windows.kinds()) {
            tallies.addAll(service.tallies(conflict.id(), kind));
        }
        for (WindowRequest.Span span : windows.spans()) {
            Window window = conflict.calendar().span(span.from(), span.to());
            tallies.addAll(service.tallies(conflict.id(), window, Instant.MAX));
        }
        tallies.sort(Reckoning.READING_ORDER);
        return tallies;
    }

    /**
     * The same windows under each of the policies, in {@link Reckoning#READING_ORDER} and of one scope in the order of the
     * policies. Only those of the default policy are kept; the others are reckoned.
     */
    List<Tally> in(WindowOption windows, List<Policy> policies) {
        List<Tally> tallies = new ArrayList<>();
        for (Policy policy : policies) {
            tallies.addAll(policy.equals(Policy.standard()) ? in(windows) : under(policy, windows));
        }
        tallies.sort(Reckoning.READING_ORDER);
        return tallies;
    }

    private List<Tally> under(Policy policy, WindowOption windows) {
        List<Window> spans = windows.spans().stream()
                .map(span -> conflict.calendar().span(span.from(), span.to()))
                .toList();
        List<Tally> tallies = new ArrayList<>(service.kept(conflict.id(), windows.kinds(), Instant.MAX, policy));
        tallies.addAll(service.tallies(conflict.id(), spans, Instant.MAX, policy));
        return tallies;
    }

    /** Claims that no episode of the conflict's file is about. */
    long claimsOutsideEpisodes() {
        return service.claims(conflict.id()).stream()
                .map(entry -> entry.getClaim().getPeriod())
                .map(period -> new Period(period.getFrom(), period.getTo()))
                .filter(period -> conflict.calendar().episodes(period).isEmpty())
                .count();
    }
}
