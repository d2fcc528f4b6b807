package org.tollwatch.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.ledger.Count;

/** Reads how many a claim says: {@code low}, {@code best}, {@code high}, and what else is right. */
final class BoundsLine {

    private final Fields line;
    private final Optional<Fields> also;

    BoundsLine(Fields line, Optional<Fields> also) {
        this.line = line;
        this.also = also;
    }

    /** The bounds expected first, then those that are right too, by other bounds, another number or another word. */
    List<Bounds> all() {
        Bounds own = own();
        List<Bounds> all = new ArrayList<>(List.of(own));
        for (Node low : others("low")) {
            all.add(new Bounds(number(low), OptionalLong.empty(), own.high()));
        }
        for (Node high : others("high")) {
            all.add(new Bounds(own.low(), own.best(), OptionalLong.of(bound(high))));
        }
        for (Node best : others("best")) {
            all.add(new Bounds(own.low(), best(best), own.high()));
        }
        for (Node value : others("value")) {
            all.add(Bounds.of(Count.exactly(number(value))));
            said().flatMap(word -> Likewise.count(word, number(value))).ifPresent(c -> all.add(Bounds.of(c)));
        }
        long said = own.best().orElse(own.low());
        for (Node word : others("qualifier")) {
            Likewise.count(word.text(), said).ifPresent(c -> all.add(Bounds.of(c)));
        }
        return all;
    }

    private Bounds own() {
        long low = number(line.required("low", "\"low\": 54"));
        OptionalLong best = line.get("best").map(BoundsLine::best).orElse(OptionalLong.empty());
        OptionalLong high =
                line.get("high").map(node -> OptionalLong.of(bound(node))).orElse(OptionalLong.empty());
        if (high.isPresent() && Math.max(low, best.orElse(low)) > high.getAsLong()) {
            throw line.required("high", "").at().problem("is less than low or best. Correct one of them; null is open");
        }
        if (best.isPresent() && best.getAsLong() < low) {
            throw line.required("best", "").at().problem("is less than low. Correct one of them");
        }
        return new Bounds(low, best, high);
    }

    private Optional<String> said() {
        return line.get("qualifier").filter(ClaimLine::told).map(Node::text);
    }

    private List<Node> others(String field) {
        return also.flatMap(fields -> fields.get(field)).map(Node::items).orElse(List.of());
    }

    private static OptionalLong best(Node node) {
        return ClaimLine.told(node) ? OptionalLong.of(number(node)) : OptionalLong.empty();
    }

    private static long bound(Node node) {
        return ClaimLine.told(node) ? number(node) : Count.OPEN;
    }

    private static long number(Node node) {
        String text = node.text();
        long number = text.matches("[0-9]{1,11}") ? Long.parseLong(text) : -1;
        if (number < 0 || number > Count.LARGEST) {
            throw node.at()
                    .problem("'" + text + "' is no count. Write a whole number from 0 to " + Count.LARGEST
                            + ", in digits only");
        }
        return number;
    }
}
