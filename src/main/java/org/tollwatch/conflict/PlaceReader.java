package org.tollwatch.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tollwatch.conflict.FileDates.Span;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Reads places: where they are, and who held them when. */
final class PlaceReader {

    private final Set<String> parties;
    private final NameReader names = new NameReader();

    /** @param parties ids of those who can hold a place */
    PlaceReader(Set<String> parties) {
        this.parties = parties;
    }

    Place place(String id, Fields f) {
        f.only("name", "in", "theatre", "at", "names", "held");
        List<Double> at = f.get("at").map(PlaceReader::coordinates).orElse(List.of());
        return new Place(
                id,
                f.name(),
                f.get("in").map(Node::text).orElse(""),
                f.get("theatre").map(PlaceReader::yes).orElse(false),
                at.isEmpty() ? null : at.get(0),
                at.isEmpty() ? null : at.get(1),
                names.own(id, f),
                holdings(f.list("held")));
    }

    private List<Holding> holdings(List<Node> items) {
        FileDates dates = new FileDates("holder");
        List<Holding> holdings = new ArrayList<>();
        for (Node item : items) {
            Fields f = item instanceof Node.Text ? new Fields(item.at(), Map.of("by", item)) : item.fields();
            f.only("by", "from", "to");
            String party = f.required("by", "by: azerbaijan").reference(parties, "party");
            Span span = dates.next(f);
            holdings.add(new Holding(party, span.from(), span.to()));
        }
        return holdings;
    }

    private static List<Double> coordinates(Node node) {
        List<Node> items = node.items();
        if (items.size() != 2) {
            throw node.at().problem("must be [latitude, longitude] in degrees, such as [39.82, 46.75]");
        }
        return List.of(degrees(items.get(0), 90), degrees(items.get(1), 180));
    }

    private static double degrees(Node node, int limit) {
        double degrees = Double.NaN;
        try {
            degrees = Double.parseDouble(node.text());
        } catch (NumberFormatException e) {
            // refused below, with what is out of bounds
        }
        if (Math.abs(degrees) <= limit) {
            return degrees;
        }
        throw node.at()
                .problem("'" + node.text() + "' is not between -" + limit + " and " + limit
                        + " degrees. Write [latitude, longitude]");
    }

    private static boolean yes(Node node) {
        return switch (node.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw node.at().problem("'" + node.text() + "' is neither. Write true or false");
        };
    }
}
