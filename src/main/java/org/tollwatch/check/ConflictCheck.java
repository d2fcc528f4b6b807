package org.tollwatch.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Names;
import org.tollwatch.conflict.Party;
import org.tollwatch.conflict.Place;
import org.tollwatch.data.Node.At;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.extract.Languages;

/** Looks in a conflict file that can be read for what will most likely count wrongly. */
final class ConflictCheck {

    private final Fields root;
    private final Conflict conflict;
    private final Languages languages;
    private final List<Finding> findings = new ArrayList<>();

    ConflictCheck(Fields root, Conflict conflict, Languages languages) {
        this.root = root;
        this.conflict = conflict;
        this.languages = languages;
    }

    Checked checked() {
        findings.addAll(new NameCheck(root, languages).findings());
        conflict.parties().forEach(this::opponents);
        unnamed();
        conflict.places().forEach(this::holder);
        return new Checked(Optional.of(Kind.CONFLICT), summary(), findings);
    }

    private String summary() {
        return conflict.name() + ": parties " + conflict.parties().size() + ", places "
                + conflict.places().size() + ", persons " + conflict.persons().size() + ", episodes "
                + conflict.episodes().size() + "; names in " + String.join(", ", used());
    }

    /** An organ has the opponents of the party it belongs to. */
    private void opponents(Party party) {
        if (conflict.parties().size() > 1 && conflict.opponentsOf(party.id()).isEmpty()) {
            hint(
                    "parties",
                    party.id(),
                    "has no opponents: what others say of its losses is nobody's claim about an"
                            + " enemy. Add 'opponents', if it has any");
        }
        for (String other : party.opponents()) {
            Party them = conflict.party(other).orElseThrow();
            if (!them.opponents().contains(party.id()) && !them.opponents().isEmpty()) {
                hint(
                        "parties",
                        party.id(),
                        "names '" + other + "' as its opponent, and is not among that one's own. It"
                                + " counts both ways; write it at both, or check it");
            }
        }
    }

    /** Latin names are met in every language that is written so. */
    private void unnamed() {
        for (String language : used()) {
            if (conflict.parties().stream().anyMatch(p -> ownScript(p, language))) {
                conflict.parties().stream()
                        .filter(p -> p.names()
                                .byLanguage()
                                .getOrDefault(language, List.of())
                                .isEmpty())
                        .forEach(
                                p -> hint(
                                        "parties",
                                        p.id(),
                                        "has no name in '" + language
                                                + "', and other parties have. Texts in it will not be read as about it. Add names"));
            }
        }
    }

    private static boolean ownScript(Party party, String language) {
        return party.names().byLanguage().getOrDefault(language, List.of()).stream()
                .flatMapToInt(String::codePoints)
                .anyMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
    }

    private Set<String> used() {
        Set<String> used = new TreeSet<>();
        conflict.parties().stream()
                .flatMap(p -> Stream.of(p.names(), p.people()))
                .forEach(names -> used.addAll(names.byLanguage().keySet()));
        used.remove(Names.ALL);
        return used;
    }

    private void holder(Place place) {
        boolean held = Stream.iterate(
                        Optional.of(place),
                        Optional::isPresent,
                        p -> conflict.place(p.get().parent()))
                .anyMatch(p -> !p.get().holdings().isEmpty());
        if (!held && !place.theatre()) {
            hint(
                    "places",
                    place.id(),
                    "nobody holds it, nor the place it lies in: civilians struck there are nobody's."
                            + " Add 'held', or 'in'");
        }
    }

    private void hint(String section, String id, String problem) {
        At at = root.entries(section).get(id).at();
        findings.add(Finding.hint(at, problem));
    }
}
