package org.tollwatch.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Status;

/** Reads a line of a claims file. */
final class ClaimLine {

    private static final String[] FIELDS = {
        "id",
        "file",
        "language",
        "required",
        "measure",
        "kind",
        "item",
        "low",
        "best",
        "high",
        "qualifier",
        "quote",
        "start",
        "end",
        "status",
        "party",
        "target",
        "claimant",
        "claimantSide",
        "coverage",
        "historical",
        "from",
        "to",
        "place",
        "subsetOf",
        "acceptAlso",
        "notes"
    };
    private static final String DATE = "[0-9]{4}(s|-[0-9]{2}(-[0-9]{2})?)?";

    private final Fields line;
    private final Optional<Fields> also;

    private ClaimLine(Fields line) {
        this.line = line.only(FIELDS);
        also = line.get("acceptAlso").filter(ClaimLine::told).map(Node::fields);
    }

    /**
     * @param text what the offsets point into
     * @throws DataFileException naming the first mistake
     */
    static GoldClaim read(Fields line, TextWords text) {
        return new ClaimLine(line).claim(text);
    }

    private GoldClaim claim(TextWords text) {
        return new GoldClaim(
                line.at(),
                line.get("id").map(Node::text).orElse("line " + line.at().line()),
                truth("required", true),
                truth("historical", false),
                text.words(line),
                new BoundsLine(line, also).all(),
                accepted());
    }

    private Map<Slot, List<String>> accepted() {
        Map<Slot, List<String>> accepted = new EnumMap<>(Slot.class);
        line.required("measure", "\"measure\": \"KILLED\"");
        for (Slot slot : Slot.values()) {
            if (slot != Slot.BOUNDS && stated(slot)) {
                accepted.put(slot, values(slot));
            }
        }
        return accepted;
    }

    /** Of a party, nothing is an answer; of all else, it is none. */
    private boolean stated(Slot slot) {
        return switch (slot) {
            case PARTY, TARGET, CLAIMANT_SIDE -> line.get(slot.field()).isPresent();
            default -> line.get(slot.field()).filter(ClaimLine::told).isPresent();
        };
    }

    private List<String> values(Slot slot) {
        List<String> values =
                new ArrayList<>(List.of(checked(slot, line.get(slot.field()).orElseThrow())));
        Stream<Node> more = others(slot.field());
        if (slot == Slot.CLAIMANT_SIDE) {
            more = Stream.concat(more, others("claimant"));
        }
        more.map(ClaimLine::value).forEach(values::add);
        return values;
    }

    private Stream<Node> others(String field) {
        return also.flatMap(fields -> fields.get(field))
                .map(node -> node.items().stream())
                .orElse(Stream.of());
    }

    private static String value(Node node) {
        return told(node) ? node.text() : "";
    }

    /** What else is right may be in words of other sets: one that means nothing here is never met. */
    private static String checked(Slot slot, Node node) {
        if (!told(node)) {
            return "";
        }
        String value = node.text();
        switch (slot) {
            case MEASURE -> oneOf(node, Measure.values());
            case STATUS -> oneOf(node, Status.values());
            case COVERAGE -> oneOf(node, Coverage.values());
            case FROM, TO -> {
                if (!value.matches(DATE)) {
                    throw node.at()
                            .problem("'" + value + "' is no date. Write 2020-10-03, 2020-10, 2020 or 1990s, or null");
                }
            }
            default -> {
                // any id, name or code
            }
        }
        return value;
    }

    private static void oneOf(Node node, Enum<?>[] known) {
        List<String> names = Stream.of(known).map(Enum::name).toList();
        if (names.stream().noneMatch(name -> name.equalsIgnoreCase(node.text()))) {
            node.reference(names, "such value");
        }
    }

    private boolean truth(String field, boolean otherwise) {
        return line.get(field).map(ClaimLine::truth).orElse(otherwise);
    }

    static boolean truth(Node node) {
        return switch (node.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw node.at().problem("'" + node.text() + "' is neither. Write true or false");
        };
    }

    static boolean told(Node node) {
        return !(node instanceof Node.Text text) || !text.value().isBlank();
    }
}
