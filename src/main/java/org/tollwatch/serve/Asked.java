package org.tollwatch.serve;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tollwatch.ask.AsOf;
import org.tollwatch.ask.Question;
import org.tollwatch.ask.WindowRequest;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Party;
import org.tollwatch.data.Suggestion;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.policy.Policies;
import org.tollwatch.stream.Wanted;

/**
 * The parameters of a request, each told by name when it cannot be understood.
 *
 * @param policies that may be asked for
 * @param usual under which the tallies are kept, and which is meant when none is named
 */
record Asked(Context request, Policies policies, Policy usual) {

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

    /**
     * How the list is to be answered; what is no page has all of it.
     *
     * @param offered besides JSON
     */
    Format format(Format... offered) {
        Format format = Format.of(request, Set.of(offered));
        for (String name : List.of("limit", "offset")) {
            if (format != Format.JSON && text(name).isPresent()) {
                throw new ProblemException(
                        Problem.wrong(name, "An export has all there is; leave '" + name + "' out, or 'format'."));
            }
        }
        return format;
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

    Measure needMeasure() {
        need("measure");
        return measure().orElseThrow();
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

    /** The party, measure, item, status and place asked for; what is not asked for may be any. */
    Wanted wanted(Conflict conflict) {
        return new Wanted(conflict.id(), measure(), text("item"), party(conflict), status(), place(conflict));
    }

    /** Those that are asked for, where what is inside the party and inside the place is meant too. */
    Predicate<Scope> scopesWithin(Conflict conflict) {
        Optional<String> party = party(conflict);
        Optional<String> place = place(conflict);
        return withoutPartyAndPlace()
                .and(scope -> party.map(p -> conflict.partyTree().within(scope.party(), p))
                                .orElse(true)
                        && place.map(p -> conflict.placeTree().within(scope.place(), p))
                                .orElse(true));
    }

    private Predicate<Scope> withoutPartyAndPlace() {
        Optional<Measure> measure = measure();
        Optional<Status> status = status();
        Optional<String> item = text("item");
        return scope -> measure.map(scope.measure()::equals).orElse(true)
                && status.map(scope.status()::equals).orElse(true)
                && item.map(scope.item()::equals).orElse(true);
    }

    /** The party's id, by its id or its name. */
    Optional<String> party(Conflict conflict) {
        return text("party")
                .map(party -> party.equals(Scope.ALL)
                        ? Scope.ALL
                        : conflict.partyNamed(party)
                                .map(Party::id)
                                .orElseThrow(() -> new ProblemException(Problem.wrong(
                                        "party",
                                        conflict.name() + " has no party '" + party + "'; /conflicts/" + conflict.id()
                                                + "/parties has them."))));
    }

    /**
     * The place's id, by its id or its name; a name that is not known stands for itself, and one that is given as empty for
     * no place in particular.
     */
    Optional<String> place(Conflict conflict) {
        return Optional.ofNullable(request.queryParam("place"))
                .map(String::strip)
                .map(place -> conflict.place(place)
                        .map(found -> found.theatre() ? "" : found.id())
                        .orElse(place));
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

    /** What lies between {@code from} and {@code to}, in the conflict's zone; without them, all time. */
    Between between(ZoneId zone) {
        return new Between(
                text("from").map(from -> bound("from", from, zone)).orElse(Instant.MIN),
                text("to").map(to -> bound("to", to, zone)).orElse(Instant.MAX));
    }

    /** @param to exclusive */
    record Between(Instant from, Instant to) {}

    private static Instant bound(String name, String value, ZoneId zone) {
        try {
            String asked = value.strip().toUpperCase(Locale.ROOT);
            return (asked.indexOf('T') < 0 ? LocalDate.parse(asked).atStartOfDay() : LocalDateTime.parse(asked))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.wrong(
                    name,
                    "'" + value + "' is no date; write 2020-10-05, or with a time of the conflict's zone"
                            + " 2020-10-05T13:00."));
        }
    }

    /** The moment up to which what was published counts; without it, all that there is. */
    Instant asOf(ZoneId zone) {
        return text("asOf")
                .map(at -> read("asOf", at, AsOf::parse).in(zone).known())
                .orElse(Instant.MAX);
    }

    Policy policy() {
        return text("policy")
                .map(name -> policies.byName(name)
                        .or(() -> Optional.of(usual).filter(own -> own.name().equals(name)))
                        .orElseThrow(() -> new ProblemException(Problem.wrong(
                                "policy",
                                "There is no policy '" + name + "'. Known: " + String.join(", ", policies.names())
                                        + "."))))
                .orElse(usual);
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

    /** The version of a report. */
    Optional<Integer> revision() {
        return text("revision").map(given -> number("revision", 0, 0, Integer.MAX_VALUE));
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
