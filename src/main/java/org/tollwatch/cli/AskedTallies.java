package org.tollwatch.cli;

import java.util.ArrayList;
import java.util.List;
import org.tollwatch.ask.Moment;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.TallyService;

/**
 * The tallies of one conflict in the windows that were asked for: those that are kept from the stores, all others reckoned
 * from the ledger's claims.
 */
record AskedTallies(TallyService service, Conflict conflict) {

    /** In {@link Reckoning#READING_ORDER}, and of one scope in the order of the policies. */
    List<Tally> of(Question question) {
        List<Tally> tallies = new ArrayList<>();
        if (question.isOfWhatIsKept()) {
            question.windows().kinds().forEach(kind -> tallies.addAll(service.tallies(conflict.id(), kind)));
        } else {
            Ledger ledger = service.ledger(conflict.id()).orElseThrow();
            Moment now = question.asOf().moment(ledger);
            question.policies().forEach(policy -> tallies.addAll(reckoned(question.windows(), ledger, now, policy)));
        }
        tallies.sort(Reckoning.READING_ORDER);
        return tallies;
    }

    private List<Tally> reckoned(WindowOption asked, Ledger ledger, Moment now, Policy policy) {
        List<Window> windows = new ArrayList<>(asked.single(conflict.zone(), now));
        if (asked.kinds().contains(WindowKind.YEAR)) {
            windows.addAll(ledger.windows(WindowKind.YEAR, now.known()));
        }
        List<Tally> tallies = new ArrayList<>(service.kept(conflict.id(), asked.kinds(), now.known(), policy));
        tallies.addAll(service.tallies(conflict.id(), windows, now.known(), policy));
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
