package org.tollwatch.serve;

import java.util.List;
import java.util.function.Function;
import org.tollwatch.ask.Labels;
import org.tollwatch.ledger.Scope;

/** The columns that say what a figure is of. */
final class ScopeColumns {

    private ScopeColumns() {}

    static <T> List<Column<T>> of(Labels labels, Function<T, Scope> scope) {
        return List.of(
                column("conflict", "#crisis+code", scope, Scope::conflict),
                column("party", "#group+party+code", scope, Scope::party),
                column("party_name", "#group+party+name", scope, of -> labels.party(of.party())),
                column("measure", "#indicator+code", scope, of -> of.measure().name()),
                column("item", "#item+name", scope, Scope::item),
                column("status", "#group+type", scope, of -> of.status().name()),
                column("place", "#loc+name", scope, of -> labels.place(of.place())));
    }

    private static <T> Column<T> column(
            String name, String tag, Function<T, Scope> scope, Function<Scope, String> part) {
        return new Column<>(name, tag, item -> part.apply(scope.apply(item)));
    }
}
