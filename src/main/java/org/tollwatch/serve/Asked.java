package org.tollwatch.serve;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tollwatch.ask.AsOf;
import org.tollwatch.ask.Question;
import org.tollwatch.ask.WindowRequest;
import org.tollwatch.data.Suggestion;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Status;
import org.tollwatch.policy.Policies;

/**
 * The parameters of a request, each told by name when it cannot be understood.
 *
 * @param policies that may be asked for
 */
record Asked(Context request, Policies policies) {

    static final int PAGE = 100;
    static final int LARGEST_PAGE = 1_000;

    /** @throws ProblemException when the request has a parameter that is none of these */
    Asked only(String... known) {
        Set<String> allowed = new TreeSet<>(Arrays.asList(known));
        for (String name : request.queryParamMap().keySet()) {
            if (!allowed.contains(name)) {
                throw new ProblemException(Problem.wrong(
                        name,
                        "There is no parameter '" + name + "' here. "
                                + Suggestion.of(name, List.copyOf(allowed), "Known: " + String.join(", ", allowed))));
            }
        }
        return this;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(request.queryParam(name)).filter(value -> !value.isBlank());
    }

    String need(String name) {
        return text(name)
                .orElseThrow(
                        () -> new ProblemException(Problem.wrong(name, "The parameter '" + name + "' is missing.")));
    }

    Optional<Measure> measure() {
        return constant("measure", Measure.class);
    }

    Optional<Status> status() {
        return constant("status", Status.class);
    }

    private <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(value -> {
            try {
                return Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                String known =
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
                throw new ProblemException(
                        Problem.wrong(name, "'" + value + "' is no " + name + "; it is one of " + known + "."));
            }
        });
    }

    /** The windows, the moment and the policy of a question. */
    Question question() {
        List<WindowRequest> windows = new ArrayList<>();
        for (String value : request.queryParams("window")) {
            for (String window : value.split(",")) {
                windows.add(read("window", window, WindowRequest::parse));
            }
        }
        if (text("from").isPresent() || text("to").isPresent()) {
            windows.add(read("from", need("from") + ".." + text("to").orElse(""), WindowRequest::parse));
        }
        return new Question(windows, text("asOf").map(at -> read("asOf", at, AsOf::parse)), List.of(policy()));
    }

    private Policy policy() {
        return text("policy")
                .map(name -> policies.byName(name)
                        .orElseThrow(() -> new ProblemException(Problem.wrong(
                                "policy",
                                "There is no policy '" + name + "'. Known: " + String.join(", ", policies.names())
                                        + "."))))
                .orElse(Policy.standard());
    }

    static <T> T read(String field, String value, java.util.function.Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.wrong(field, e.getMessage()));
        }
    }

    /** How many items a page has; 1 to {@link #LARGEST_PAGE}. */
    int limit() {
        return number("limit", PAGE, 1, LARGEST_PAGE);
    }

    /** Where the page begins: how many items stand before it. */
    int offset() {
        return number("offset", 0, 0, Integer.MAX_VALUE);
    }

    private int number(String name, int otherwise, int least, int most) {
        return text(name)
                .map(value -> {
                    try {
                        int n = Integer.parseInt(value.strip());
                        if (n >= least && n <= most) {
                            return n;
                        }
                    } catch (NumberFormatException e) {
                        // told below
                    }
                    throw new ProblemException(Problem.wrong(
                            name,
                            "'" + value + "' is no '" + name + "'; it is a number from " + least + " to " + most
                                    + "."));
                })
                .orElse(otherwise);
    }
}
