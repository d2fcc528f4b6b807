package org.tollwatch.alert;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.conflict.Party;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.WindowKind;

/** Reads which tallies a rule watches. */
final class SelectorReader {

    static final List<String> FIELDS = List.of("conflict", "party", "measure", "item", "status", "place", "window");

    private static final String EACH = "each";
    private static final List<String> KEPT = Stream.of(
                    WindowKind.DAY, WindowKind.WEEK, WindowKind.MONTH, WindowKind.EPISODE)
            .map(WindowKind::label)
            .toList();

    private final Conflicts conflicts;

    SelectorReader(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    Selector read(Fields rule, Condition condition) {
        List<String> ids = conflicts.all().stream().map(Conflict::id).toList();
        Choice chosen = choice(rule, "conflict", Choice.EACH, n -> n.reference(ids, "conflict"));
        List<Conflict> among =
                conflicts.all().stream().filter(c -> chosen.matches(c.id())).toList();
        boolean silence = condition instanceof Condition.Silence;
        boolean first = condition instanceof Condition.First;
        if (!silence && !first) {
            rule.required("measure", "measure: KILLED");
        }
        Choice any = silence || first ? Choice.EACH : Choice.of("");
        return new Selector(
                chosen,
                choice(rule, "party", silence ? Choice.EACH : Choice.of(Scope.ALL), n -> party(n, among)),
                choice(rule, "measure", Choice.EACH, n -> constant(n, "measure", Measure.values())),
                choice(rule, "item", any, Node::text),
                choice(rule, "status", Choice.of(Status.ANY.name()), n -> constant(n, "status", Status.values())),
                choice(rule, "place", ofPlaces(condition) ? Choice.EACH : Choice.of(""), n -> place(n, among)),
                rule.get("window")
                        .map(n -> WindowKind.valueOf(
                                n.reference(KEPT, "kind of window that is kept").toUpperCase(Locale.ROOT)))
                        .orElse(WindowKind.DAY));
    }

    private static boolean ofPlaces(Condition condition) {
        return condition instanceof Condition.First first && first.ofPlaces();
    }

    private static Choice choice(Fields rule, String key, Choice otherwise, Function<Node, String> reader) {
        List<Node> nodes = rule.list(key);
        if (nodes.isEmpty()) {
            return otherwise;
        }
        if (nodes.size() == 1 && nodes.get(0).text().equals(EACH)) {
            return Choice.EACH;
        }
        Set<String> ids = new HashSet<>();
        nodes.forEach(node -> ids.add(reader.apply(node)));
        return new Choice(false, ids);
    }

    private static String party(Node node, List<Conflict> among) {
        String name = node.text();
        if (name.equals(Scope.ALL)) {
            return name;
        }
        return among.stream()
                .flatMap(c -> c.partyNamed(name).stream())
                .map(Party::id)
                .findFirst()
                .orElseGet(() -> node.reference(ids(among), "party"));
    }

    private static Set<String> ids(List<Conflict> among) {
        Set<String> ids = new TreeSet<>();
        among.forEach(c -> c.parties().forEach(p -> ids.add(p.id())));
        return ids;
    }

    /** A known place by its id; an unknown name stands for itself, as it does in tallies. */
    private static String place(Node node, List<Conflict> among) {
        return among.stream()
                .flatMap(c -> c.place(node.text()).stream())
                .map(p -> p.theatre() ? "" : p.id())
                .findFirst()
                .orElse(node.text());
    }

    private static <E extends Enum<E>> String constant(Node node, String what, E[] known) {
        List<String> names = Arrays.stream(known).map(Enum::name).toList();
        String upper = node.text().toUpperCase(Locale.ROOT);
        return names.contains(upper) ? upper : node.reference(names, what);
    }
}
