package org.tollwatch.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.avro.Schema;
import org.tollwatch.stream.Reason;

/** Texts, numbers and truth values, with what was expected where they are something else. */
final class Scalars {

    private Scalars() {}

    static Object read(Schema.Type type, JsonNode node, String path) throws Flaw {
        return switch (type) {
            case STRING -> {
                if (!node.isTextual()) {
                    throw wrong(node, path, "text in quotes");
                }
                yield node.textValue();
            }
            case LONG -> whole(node, path, Long.MIN_VALUE, Long.MAX_VALUE);
            case INT -> (int) whole(node, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case DOUBLE -> {
                if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
                    throw wrong(node, path, "a number");
                }
                yield node.doubleValue();
            }
            case BOOLEAN -> {
                if (!node.isBoolean()) {
                    throw wrong(node, path, "true or false");
                }
                yield node.booleanValue();
            }
            default -> throw new IllegalStateException("the schemas have no " + type);
        };
    }

    private static long whole(JsonNode node, String path, long least, long most) throws Flaw {
        if (!node.isNumber()) {
            throw wrong(node, path, "a whole number");
        }
        BigDecimal number = node.decimalValue();
        // The scale first: expanding 1e999999999 to its digits would take all memory.
        if (number.precision() - (long) number.scale() > 19
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Flaw(Reason.BAD_COUNT, path + ": " + Quoted.brief(node.asText()) + " is too large for any count");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(node, path, "a whole number");
        }
        return number.longValueExact();
    }

    static Flaw wrong(JsonNode node, String path, String expected) {
        String found = node.isContainerNode()
                ? node.getNodeType().name().toLowerCase(Locale.ROOT)
                : Quoted.brief(node.toString());
        return new Flaw(
                Reason.WRONG_SHAPE, (path.isEmpty() ? "" : path + ": ") + "expected " + expected + ", not " + found);
    }
}
