package org.tollwatch.ask;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.TallyService;
import org.tollwatch.stream.Wanted;

/**
 * What is asked of the ledger of a conflict.
 *
 * @param windows of which time; none: the episodes
 * @param asOf up to which moment of knowledge; empty: all that is there
 * @param policies at least one
 */
public record Question(List<WindowRequest> windows, Optional<AsOf> asOf, List<Policy> policies) {

    public Question {
        windows = windows.isEmpty() ? List.of(new WindowRequest.Every(WindowKind.EPISODE)) : List.copyOf(windows);
        policies = List.copyOf(policies);
    }

    /** The tallies: those that are kept from the stores, all others reckoned from the ledger's claims; in reading order. */
    public List<Tally> answer(TallyService service, Conflict conflict) {
        return answer(service, Wanted.all(conflict.id()));
    }

    /** The same, of the scopes that are wanted alone. */
    public List<Tally> answer(TallyService service, Wanted wanted) {
        List<Tally> tallies = new ArrayList<>();
        if (isOfWhatIsKept(service.policy())) {
            kinds().forEach(kind -> tallies.addAll(service.tallies(wanted, kind)));
        } else {
            Ledger all = service.ledger(wanted.conflict()).orElseThrow();
            Moment now = moment(all);
            List<Window> windows = single(all.conflict().zone(), now);
            if (kinds().contains(WindowKind.YEAR)) {
                windows.addAll(all.windows(WindowKind.YEAR, now.known()));
            }
            Ledger ledger = all.of(wanted);
            policies.forEach(policy -> tallies.addAll(reckoned(ledger, windows, now, policy)));
            tallies.removeIf(tally -> !wanted.fits(tally.scope()));
        }
        tallies.sort(Reckoning.READING_ORDER);
        return tallies;
    }

    private List<Tally> reckoned(Ledger ledger, List<Window> windows, Moment now, Policy policy) {
        List<Tally> tallies = new ArrayList<>();
        if (kinds().stream().anyMatch(kind -> kind != WindowKind.YEAR)) {
            ledger.kept(now.known(), policy).stream()
                    .filter(tally -> kinds().contains(tally.window().kind()))
                    .forEach(tallies::add);
        }
        if (!windows.isEmpty()) {
            tallies.addAll(ledger.tallies(windows, now.known(), policy));
        }
        return tallies;
    }

    /** All windows that are asked for and that something is known of. */
    public List<Window> windows(Ledger ledger) {
        Moment now = moment(ledger);
        List<Window> all = single(ledger.conflict().zone(), now);
        kinds().forEach(kind -> all.addAll(ledger.windows(kind, now.known())));
        return all;
    }

    /** What was asked for, else all that is in the ledger, up to its newest publication. */
    public Moment moment(Ledger ledger) {
        return asOf.map(at -> at.in(ledger.conflict().zone()))
                .orElseGet(() -> new Moment(Instant.MAX, ledger.newest().orElse(Instant.EPOCH)));
    }

    /** The kinds of which all windows are asked for. */
    public Set<WindowKind> kinds() {
        Set<WindowKind> kinds = new TreeSet<>();
        for (WindowRequest window : windows) {
            if (window instanceof WindowRequest.Every every) {
                kinds.add(every.kind());
            }
        }
        return kinds;
    }

    /** The windows asked for one by one, each once. */
    private List<Window> single(ZoneId zone, Moment now) {
        Set<Window> single = new LinkedHashSet<>();
        for (WindowRequest window : windows) {
            if (window instanceof WindowRequest.Rolling rolling) {
                single.add(rolling.window(now));
            } else if (window instanceof WindowRequest.Span span) {
                single.add(begun(span, zone, now));
            }
        }
        return new ArrayList<>(single);
    }

    private static Window begun(WindowRequest.Span span, ZoneId zone, Moment now) {
        try {
            return span.window(zone, now);
        } catch (IllegalArgumentException e) {
            throw new AskException(
                    "window",
                    "A window begins only after what is known ends, " + now.end()
                            + "; begin it earlier, or give a later moment (as of).",
                    e);
        }
    }

    /** All windows of the kinds that are kept, as they are now, by the rules they are kept by. */
    private boolean isOfWhatIsKept(Policy kept) {
        return asOf.isEmpty()
                && windows.stream().allMatch(WindowRequest.Every.class::isInstance)
                && !kinds().contains(WindowKind.YEAR)
                && policies.equals(List.of(kept));
    }
}
