package org.tollwatch.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Measure;

/** Which events a reader asked for; reports are of no window, and come with every one. */
record EventFilter(Optional<String> conflict, Optional<String> party, Optional<String> measure, Set<String> windows) {

    private static final List<String> KINDS = List.of("day", "week", "month", "episode");

    static EventFilter of(Asked asked, Answers answers) {
        Optional<Conflict> conflict = asked.text("conflict").map(answers::conflict);
        if (conflict.isEmpty() && asked.text("party").isPresent()) {
            throw new ProblemException(Problem.wrong("party", "A party is one of a conflict; give 'conflict' too."));
        }
        return new EventFilter(
                conflict.map(Conflict::id),
                conflict.flatMap(asked::party),
                asked.measure().map(Measure::name),
                asked.text("window").map(EventFilter::windows).orElse(Set.of()));
    }

    private static Set<String> windows(String asked) {
        Set<String> windows = Arrays.stream(asked.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (!KINDS.containsAll(windows)) {
            throw new ProblemException(Problem.wrong(
                    "window", "'" + asked + "' is no window of the stream; it is any of " + String.join(",", KINDS)));
        }
        return windows;
    }

    boolean fits(Event event) {
        return conflict.map(event.conflict()::equals).orElse(true)
                && party.map(event.parties()::contains).orElse(true)
                && measure.map(event.measures()::contains).orElse(true)
                && (windows.isEmpty() || event.window().map(windows::contains).orElse(true));
    }
}
