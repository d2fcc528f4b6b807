package org.tollwatch.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A question to a running service; what has no value is not asked for. */
record Query(String list, Map<String, String> parameters) {

    Query {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** @param list under {@code /api/v1} */
    static Query of(String list) {
        return new Query(list, Map.of());
    }

    /** @param value null or "" for none */
    Query with(String name, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new Query(list, more);
    }

    /** The same of another list. */
    Query to(String other) {
        return new Query(other, parameters);
    }

    String path() {
        return "api/v1/" + list
                + parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    /** For a part of a path or a parameter. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
