package org.tollwatch.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.YamlFile;

/** Reads one rules file; the first mistake met is reported. */
public final class RulesReader {

    static final String GUIDE = "docs/alerts.md";

    private static final Duration RECENT = Duration.ofHours(48);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofHours(24);
    private static final int MOST_ORIGINS = 100;

    private final Conflicts conflicts;

    /** @param conflicts that rules may name */
    public RulesReader(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** @throws DataFileException naming the first mistake */
    public Rules read(String file, byte[] bytes) {
        Fields root = YamlFile.read(file, bytes, GUIDE).fields().only("recent", "late", "receivers", "rules");
        Node section = root.required("rules", "rules: {heavy-losses: {measure: KILLED, threshold: {at: 50}}}");
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, Node> entry : section.fields().byKey().entrySet()) {
            rules.add(rule(entry.getKey(), entry.getValue().fields()));
        }
        if (rules.isEmpty()) {
            throw section.at().problem("has no rules. Add one");
        }
        return new Rules(
                rules,
                ReceiversReader.readAll(root.list("receivers")),
                Values.duration(root, "recent", RECENT),
                Values.duration(root, "late", LATE));
    }

    private Rule rule(String name, Fields fields) {
        if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
            throw fields.at().problem("'" + name + "' is no name of a rule. Write small letters, digits, - and _");
        }
        Set<String> known = SelectorReader.FIELDS.stream().collect(Collectors.toSet());
        known.addAll(List.of("severity", "tiers", "origins", "held", "rest"));
        known.addAll(ConditionReader.KINDS);
        fields.only(known.stream().sorted().toArray(String[]::new));
        Condition condition = ConditionReader.read(fields);
        return new Rule(
                name,
                fields.get("severity").map(Node::text).orElse("warning"),
                new SelectorReader(conflicts).read(fields, condition),
                condition,
                tiers(fields),
                (int) Values.number(fields, "origins", 2, 1, MOST_ORIGINS),
                Values.duration(fields, "held", Duration.ZERO),
                Values.duration(fields, "rest", REST));
    }

    private static Set<Tier> tiers(Fields fields) {
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        List<String> known = Arrays.stream(Tier.values()).map(Tier::label).toList();
        for (Node tier : fields.list("tiers")) {
            tiers.add(Tier.valueOf(tier.reference(known, "tier").toUpperCase(Locale.ROOT)));
        }
        return tiers.isEmpty() ? EnumSet.allOf(Tier.class) : tiers;
    }
}
