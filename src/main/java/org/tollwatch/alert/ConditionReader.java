package org.tollwatch.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Reads what a rule asks: exactly one of the kinds. */
final class ConditionReader {

    static final List<String> KINDS = List.of("threshold", "rise", "divergence", "first", "silence");

    private static final long LARGEST = 1_000_000_000L;
    private static final int MOST_WINDOWS = 400;
    private static final List<String> BOUNDS = Arrays.stream(Condition.Bound.values())
            .map(b -> b.name().toLowerCase(Locale.ROOT))
            .toList();

    private ConditionReader() {}

    static Condition read(Fields rule) {
        List<String> there = KINDS.stream().filter(k -> rule.get(k).isPresent()).toList();
        if (there.size() != 1) {
            throw rule.at()
                    .problem((there.isEmpty() ? "asks for nothing" : "asks for " + String.join(" and ", there))
                            + ". Write exactly one of " + String.join(", ", KINDS));
        }
        Node node = rule.get(there.get(0)).orElseThrow();
        return switch (there.get(0)) {
            case "threshold" -> threshold(node.fields().only("at", "figure"));
            case "rise" -> rise(node.fields().only("times", "over", "least", "floor", "figure"));
            case "divergence" -> divergence(node.fields().only("times", "floor"));
            case "first" ->
                new Condition.First(node.reference(List.of("place", "measure"), "thing that can be first")
                        .equals("place"));
            default -> silence(node.fields().only("of", "after", "sources"));
        };
    }

    private static Condition threshold(Fields fields) {
        return new Condition.Threshold(Values.number(fields.required("at", "at: 50"), 1, LARGEST), figure(fields));
    }

    private static Condition rise(Fields fields) {
        int over = (int) Values.number(fields, "over", 14, 1, MOST_WINDOWS);
        return new Condition.Rise(
                Values.factor(fields.required("times", "times: 2.5")),
                over,
                (int) Values.number(fields, "least", Math.min(3, over), 1, over),
                Values.number(fields, "floor", 1, 1, LARGEST),
                figure(fields));
    }

    private static Condition divergence(Fields fields) {
        return new Condition.Divergence(
                Values.factor(fields.required("times", "times: 2")), Values.number(fields, "floor", 1, 1, LARGEST));
    }

    private static Condition silence(Fields fields) {
        boolean sources = fields.required("of", "of: party")
                .reference(List.of("party", "source"), "thing that can be silent")
                .equals("source");
        fields.get("sources").filter(s -> !sources).ifPresent(s -> {
            throw s.at().problem("names sources, but the silence is a party's. Write of: source, or remove it");
        });
        Set<String> names = fields.list("sources").stream().map(Node::text).collect(Collectors.toSet());
        return new Condition.Silence(
                sources,
                Values.duration(fields.required("after", "after: 48h")),
                names.isEmpty() ? Choice.EACH : new Choice(false, names));
    }

    private static Optional<Condition.Bound> figure(Fields fields) {
        return fields.get("figure")
                .map(f -> Condition.Bound.valueOf(f.reference(BOUNDS, "figure").toUpperCase(Locale.ROOT)));
    }
}
