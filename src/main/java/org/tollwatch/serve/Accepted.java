package org.tollwatch.serve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One media type of a header {@code Accept}.
 *
 * @param weight 0 to 1; 0 is not wanted
 */
record Accepted(String type, double weight) {

    /** The types of the header, the most wanted first; those of the same weight as they stand there. */
    static List<String> in(String header) {
        return header == null
                ? List.of()
                : Arrays.stream(header.split(","))
                        .map(Accepted::of)
                        .filter(accepted -> accepted.weight > 0)
                        .sorted(Comparator.comparingDouble((Accepted accepted) -> -accepted.weight))
                        .map(Accepted::type)
                        .toList();
    }

    private static Accepted of(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split(";");
        double weight = 1;
        for (String parameter : parts) {
            if (parameter.strip().startsWith("q=")) {
                weight = weight(parameter.strip().substring(2));
            }
        }
        return new Accepted(parts[0].strip(), weight);
    }

    /** A weight that is none does not make a type unwanted. */
    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
