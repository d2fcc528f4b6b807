package org.tollwatch.stream;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.TallyRecord;

/** The tallies that are kept in the stores: those of parties with others inside apart from those of all others. */
record KeptTallies(Queries queries, Conflicts conflicts) {

    private static final int BOOK = 4;
    private static final int ROLLUP = 3;
    private static final int SCOPE = 6;

    /**
     * In reading order.
     *
     * @throws StoresNotReadyException when not all of them can be told now
     */
    List<Tally> of(Wanted wanted, WindowKind kind) {
        Optional<Boolean> ofParent = wanted.party().map(party -> isParent(wanted.conflict(), party));
        Stream<TallyRecord> withoutChildren = ofParent.orElse(false)
                ? Stream.of()
                : read(Stores.TALLIES, BOOK, wanted, kind).filter(t -> !isParent(t.getConflict(), t.getParty()));
        Stream<TallyRecord> rolledUp = ofParent.orElse(true) ? read(Stores.ROLLUPS, ROLLUP, wanted, kind) : Stream.of();
        return Stream.concat(withoutChildren, rolledUp)
                .filter(t -> t.getWindow().getKind().equals(kind.label()))
                .map(TallyRecords::toTally)
                .filter(t -> wanted.fits(t.scope()))
                .sorted(Reckoning.READING_ORDER)
                .toList();
    }

    /** @param together how many fields of the key tell the partition */
    private Stream<TallyRecord> read(String store, int together, Wanted wanted, WindowKind kind) {
        List<String> known = wanted.known();
        String fields = Keys.fields(known);
        Range range = known.size() == SCOPE
                ? Range.of(fields + Keys.SEPARATOR + kind.label())
                : Range.of(fields).inWindows(kind.label());
        List<TallyRecord> read = known.size() < together
                ? queries.all(store, range)
                : queries.together(store, range, Keys.fields(known.subList(0, together)));
        return read.stream();
    }

    private boolean isParent(String conflict, String party) {
        return conflicts
                .byId(conflict)
                .map(known -> known.partyTree().isParent(party))
                .orElse(false);
    }
}
