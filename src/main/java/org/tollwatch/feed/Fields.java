package org.tollwatch.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import org.tollwatch.stream.Reason;

/** The text fields of an article's JSON object. */
record Fields(ObjectNode object) {

    /** The field's text; null when it is absent, null or blank. */
    String optional(String name) throws Flaw {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw new Flaw(
                    Reason.WRONG_SHAPE,
                    name + ": expected text in quotes, not "
                            + node.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        return node.asText().isBlank() ? null : node.asText();
    }

    /** @param advice what to write, after a semicolon */
    String required(String name, String advice) throws Flaw {
        String value = optional(name);
        if (value == null) {
            throw new Flaw(Reason.MISSING_FIELD, name + ": missing" + misspelt(name) + "; " + advice);
        }
        return value;
    }

    /** A field that differs in case or separators only is most likely the one that was meant. */
    private String misspelt(String name) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String other = names.next();
            if (!other.equals(name) && letters(other).equals(letters(name))) {
                return " (there is '" + Quoted.brief(other) + "')";
            }
        }
        return "";
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
