package org.tollwatch.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.Point;
import org.tollwatch.ask.TallyJson;
import org.tollwatch.ask.WindowText;
import org.tollwatch.ledger.Citation;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;

/** Tallies for other programs, each with the claims it stands on. */
final class TallyListing {

    private final Evidence evidence;
    private final Labels labels;
    private final WindowText windows;

    TallyListing(Evidence evidence) {
        this.evidence = evidence;
        this.labels = new Labels(Optional.of(evidence.ledger().conflict()));
        this.windows = new WindowText(evidence.ledger().conflict());
    }

    /** @param measure the only one among them; empty: there may be several */
    Listing<Tally> listing(Optional<Measure> measure) {
        TallyJson json = new TallyJson(labels, windows);
        List<Column<Tally>> columns = new ArrayList<>(ScopeColumns.of(labels, Tally::scope));
        columns.add(new Column<>("lat", "#geo+lat", of(this::where, Point::lat)));
        columns.add(new Column<>("lon", "#geo+lon", of(this::where, Point::lon)));
        columns.add(new Column<>(
                "window", "#meta+window", tally -> tally.window().kind().label()));
        columns.add(new Column<>("from", "#date+start", tally -> windows.from(tally.window())));
        columns.add(new Column<>("to", "#date+end", this::to));
        columns.addAll(Hxl.figures(measure, Tally::low, Tally::best, Tally::high));
        columns.add(new Column<>("grade", "#meta+grade", tally -> tally.grade().name()));
        columns.add(new Column<>("origins", "#meta+origins+num", Tally::origins));
        columns.add(new Column<>("claimants", "#org+claimant+name+list", this::claimants));
        columns.add(new Column<>("findings", "#meta+finding+list", TallyListing::findings));
        columns.add(new Column<>("policy", "#meta+policy", Tally::policy));
        columns.add(
                new Column<>("as_of", "#date+reported", tally -> tally.asOf().toString()));
        columns.addAll(Evidence.columns(evidence, TallyListing::claims));
        return new Listing<>(
                List.copyOf(columns),
                (tally, to) -> {
                    json.tally(tally, to);
                    evidence.write(claims(tally), to);
                },
                this::where);
    }

    static <T> Function<T, Object> of(Function<T, Optional<Point>> where, Function<Point, Double> part) {
        return item -> where.apply(item).map(part).orElse(null);
    }

    private Optional<Point> where(Tally tally) {
        return evidence.where(tally.scope().place(), claims(tally));
    }

    private static List<String> claims(Tally tally) {
        return tally.claims().stream().map(Citation::id).toList();
    }

    private List<String> claimants(Tally tally) {
        return tally.claimants().stream()
                .map(View::account)
                .map(labels::account)
                .distinct()
                .toList();
    }

    private static List<String> findings(Tally tally) {
        return tally.findings().stream()
                .map(Finding::kind)
                .map(Finding.Kind::name)
                .distinct()
                .toList();
    }

    /** Nothing for an episode that goes on. */
    private String to(Tally tally) {
        return windows.goesOn(tally.window().period()) ? null : windows.to(tally.window());
    }
}
