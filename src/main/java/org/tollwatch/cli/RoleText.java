package org.tollwatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Role;
import org.tollwatch.ledger.Step;

/** The part of a claim in a tally, in plain words. */
record RoleText(EvidenceText evidence) {

    /** What claims of the same part are told under. */
    static String heading(Explanation.Line line) {
        if (line.is(Role.CONTESTS)) {
            return "Contests it";
        }
        if (line.is(Role.CONTAINED)) {
            return "Contained in it, and moves nothing";
        }
        if (line.is(Role.SET_ASIDE)) {
            return "Set aside";
        }
        if (line.is(Role.NOT_COUNTED)) {
            return "Not counted";
        }
        List<String> set = new ArrayList<>();
        add(set, line, Role.SETS_LOW, "the low");
        add(set, line, Role.SETS_BEST, "the best");
        add(set, line, Role.SETS_HIGH, "the high");
        String last = set.remove(set.size() - 1);
        return "Sets " + (set.isEmpty() ? last : String.join(", ", set) + " and " + last);
    }

    private static void add(List<String> set, Explanation.Line line, Role role, String what) {
        if (line.is(role)) {
            set.add(what);
        }
    }

    /** Those that set something first. */
    static int rank(Explanation.Line line) {
        int rank = 0;
        for (Role role : Role.values()) {
            rank = rank * 2 + (line.is(role) ? 0 : 1);
        }
        return rank;
    }

    /** Why, by which claim, and through which sum; "" where there is nothing to add. */
    String note(Explanation.Line line) {
        List<String> notes = new ArrayList<>();
        line.reason()
                .map(reason -> switch (reason) {
                    case REPEAT -> "the same total again, with nothing new since" + by(line, ": ");
                    case CONTRADICTED -> "contradicts what stands" + by(line, ": ");
                    case REVISED -> "revised" + by(line, " by ");
                    case OUTLIER -> "the totals beside it say otherwise" + by(line, ": ");
                    case ECHO -> "a copy of the same report" + by(line, " as ");
                    case RETRACTED ->
                        "withdrawn by "
                                + line.by().stream().map(evidence::claimant).collect(Collectors.joining(", "));
                })
                .ifPresent(notes::add);
        line.uncounted()
                .map(why -> switch (why) {
                    case ADVERSARY -> "the adversary's figure, while others speak";
                    case VAGUER -> "vaguer than another's figure, which it contains";
                    case WIDER -> "about more than this window: how much of it falls inside is not known";
                    case NO_NUMBER -> "says no number";
                    case RETRACTION -> "withdraws" + by(line, " ");
                })
                .ifPresent(notes::add);
        if (line.guides()) {
            notes.add("others are read by it");
        }
        if (!line.route().isEmpty() && !line.is(Role.SET_ASIDE) && !line.is(Role.NOT_COUNTED)) {
            notes.add("through the sum of "
                    + line.route().stream().map(RoleText::parts).collect(Collectors.joining(", of ")));
        }
        return String.join("; ", notes);
    }

    private static String parts(Step step) {
        return switch (step) {
            case DAYS -> "days";
            case PLACES -> "places";
            case PARTIES -> "parties";
            case STATUSES -> "combatants and civilians";
        };
    }

    private String by(Explanation.Line line, String before) {
        return line.by().isEmpty()
                ? ""
                : before + line.by().stream().map(evidence::brief).collect(Collectors.joining(", "));
    }
}
