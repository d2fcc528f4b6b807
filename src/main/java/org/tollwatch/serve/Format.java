package org.tollwatch.serve;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a list is answered: a page of JSON, or all of it for another program. */
enum Format {
    JSON("application/json", "json"),
    CSV("text/csv;charset=utf-8", "csv", "text/csv"),
    GEOJSON("application/geo+json", "geojson", "application/geo+json"),
    JSONL("application/x-ndjson", "jsonl", "application/x-ndjson", "application/jsonl", "application/x-jsonlines");

    private final String type;
    private final String label;
    private final List<String> accepted;

    Format(String type, String label, String... accepted) {
        this.type = type;
        this.label = label;
        this.accepted = List.of(accepted);
    }

    /** The media type of the answer. */
    String type() {
        return type;
    }

    /** As {@code format} has it, and the file name's ending. */
    String label() {
        return label;
    }

    /**
     * By {@code format}, else by the header {@code Accept}; JSON where neither names another.
     *
     * @param offered besides JSON
     * @throws ProblemException for a format that there is not, here or anywhere
     */
    static Format of(Context request, Set<Format> offered) {
        request.header(Header.VARY, Header.ACCEPT);
        Set<Format> known = EnumSet.of(JSON);
        known.addAll(offered);
        Optional<String> named = Optional.ofNullable(request.queryParam("format"))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
        if (named.isPresent()) {
            return known.stream()
                    .filter(format -> format.label.equals(named.get().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.wrong(
                            "format",
                            "'" + named.get() + "' is no format of this; it is one of " + labels(known) + ".")));
        }
        Format format = Accepted.in(request.header(Header.ACCEPT)).stream()
                .flatMap(accepted -> of(accepted).stream())
                .findFirst()
                .orElse(JSON);
        if (!known.contains(format)) {
            throw new ProblemException(new Problem(
                    406,
                    "This cannot be had so",
                    "There is no " + format.type + " of this; ask with 'format', one of " + labels(known) + ".",
                    Optional.of("format")));
        }
        return format;
    }

    private static Optional<Format> of(String accepted) {
        if (accepted.equals("*/*") || accepted.equals("application/*") || accepted.equals(JSON.type)) {
            return Optional.of(JSON);
        }
        return Arrays.stream(values())
                .filter(format -> format.accepted.contains(accepted))
                .findFirst();
    }

    private static String labels(Set<Format> formats) {
        return formats.stream().map(Format::label).collect(Collectors.joining(", "));
    }
}
