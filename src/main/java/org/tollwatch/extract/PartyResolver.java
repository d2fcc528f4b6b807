package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.Optional;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Hierarchy;
import org.tollwatch.ledger.Measure;

/**
 * Answers whose loss an event is, by the strongest evidence there is: a name in the group; "its", "our"; the subject of a
 * verb of loss; the opponent of whoever did it; the claimant's own soldiers; who held the place; what the paragraph is about;
 * all sides, for totals of an episode. An actor fought "with" or "against" is never the answer.
 */
final class PartyResolver {

    static final String ALL = "*";
    private final Reading reading;
    private final Optional<String> home;

    PartyResolver(Reading reading) {
        this.reading = reading;
        this.home = Dateline.party(reading);
    }

    /**
     * @param day a day of the event: who held a place then
     * @param whole the claim this one is part of
     * @param topic the party of the event before it in the text, if it is near
     * @param same whether that event stands in the same sentence
     */
    Resolved<String> resolve(
            int sentence,
            Event event,
            Speaker speaker,
            Coverage coverage,
            LocalDate day,
            Optional<Resolved<String>> whole,
            Optional<String> topic,
            boolean same) {
        Resolved<String> party = party(sentence, event, speaker, coverage, day, whole, topic, same);
        boolean everybody = party.value().filter(ALL::equals).isPresent();
        boolean enemys = event.triggerIs("foe") && event.triggerIs("toll");
        if (everybody && enemys && !party.evidence().equals("both sides")) {
            return Resolved.unknown("whose enemy is not said"); // "the enemy's losses" are never all sides'
        }
        // a toll without a name is somebody's, not the whole world's
        return everybody && reading.conflict().general()
                ? topic.filter(t -> !t.equals(ALL))
                        .map(t -> Resolved.of(t, 0.5, "topic"))
                        .orElse(Resolved.unknown("nobody named"))
                : party;
    }

    private Resolved<String> party(
            int sentence,
            Event event,
            Speaker speaker,
            Coverage coverage,
            LocalDate day,
            Optional<Resolved<String>> whole,
            Optional<String> topic,
            boolean same) {
        Clause clause = new Clause(reading, sentence, event, day);
        Optional<String> own = clause.ownName();
        if (own.isPresent()) {
            return Resolved.of(innermost(own.get(), clause, speaker), 0.95, "named");
        }
        if (clause.bothSides()) {
            return Resolved.of(ALL, 0.95, "both sides");
        }
        Optional<String> enemy = clause.enemy()
                ? reading.sideOf(speaker).or(() -> home).flatMap(p -> reading.opponent(p, sentence, day))
                : Optional.empty();
        if (enemy.isPresent()) {
            return Resolved.of(enemy.get(), 0.9, "enemy");
        }
        boolean things = event.measure() == Measure.EQUIPMENT_LOST; // a Turkish drone is not Turkey's
        Optional<String> third = things ? Optional.empty() : clause.third().named();
        if (third.isPresent()) {
            return clause.third().peacekeepers() || third.equals(speaker.party())
                    ? Resolved.of(third.get(), 0.8, "third state")
                    : Resolved.unknown("third nationality"); // of those who fight for a side, it is not told for which
        }
        if (clause.possessive()) {
            Optional<String> owner = speaker.party().or(clause::subject);
            if (owner.isPresent()) {
                return Resolved.of(owner.get(), 0.9, "possessive");
            }
        }
        if (event.subset() && whole.isPresent()) {
            return whole.get();
        }
        boolean sum = event.trigger().isEmpty() && !event.group().named() && !event.subset(); // "he had spoken of 105"
        if (topic.isPresent()
                && (sum
                        || same
                                && (clause.elliptic()
                                        || event.first() > 0 && event.trigger().isEmpty()))) {
            return Resolved.of(topic.get(), 0.8, "the figure beside it");
        }
        Optional<Resolved<String>> deed =
                byDeed(clause, sentence, event, speaker, day, same ? topic : Optional.empty());
        if (deed.isPresent()) {
            return deed.get();
        }
        return new PartyByContext(reading, clause, sentence, event, speaker, coverage, topic).find();
    }

    /** What the verb tells: who lost, who did it. */
    private Optional<Resolved<String>> byDeed(
            Clause clause, int sentence, Event event, Speaker speaker, LocalDate day, Optional<String> topic) {
        if (event.triggerIs("loser")) {
            Optional<String> loser =
                    clause.subject().or(() -> clause.pronounSubject() ? reading.sideOf(speaker) : Optional.empty());
            if (loser.isPresent()) {
                return Optional.of(Resolved.of(loser.get(), 0.9, "lost"));
            }
        }
        boolean flown = event.triggerIs("foe")
                && (event.label().equals("drone")
                        || event.group().noun() == NounClass.AMMO); // shot down over whom they were sent against
        Optional<String> target = flown ? Optional.empty() : clause.target();
        if (target.isPresent()) {
            return Optional.of(Resolved.of(target.get(), 0.85, "target"));
        }
        Optional<String> agent = clause.agent();
        if (agent.isPresent()) {
            Optional<String> opponent = reading.opponent(agent.get(), sentence, day);
            if (opponent.isPresent()) {
                return Optional.of(Resolved.of(opponent.get(), 0.8, "agent's opponent"));
            }
            Optional<String> other = reading.sideOf(speaker).filter(p -> !p.equals(agent.get()));
            if (other.isPresent() && reading.conflict().general()) {
                return other.map(p -> Resolved.of(p, 0.7, "claimant's own")); // who tells of another's deed suffered it
            }
            boolean harm = event.measure() == Measure.KILLED || event.measure() == Measure.WOUNDED;
            if (reading.conflict().general() && harm) {
                return Optional.of(clause.whereabouts()
                        .holder()
                        .filter(p -> !p.equals(agent.get()))
                        .map(p -> Resolved.of(p, 0.75, "place"))
                        .orElse(Resolved.unknown("only who did it is named")));
            }
        }
        boolean passive = !flown
                && event.triggerAt() > event.groupAt()
                && topic.isPresent()
                && topic.equals(reading.sideOf(speaker)); // "12 soldiers killed and a helicopter shot down"
        boolean foe = event.triggerIs("foe") && !passive || clause.speakerStruck();
        if (foe && reading.sideOf(speaker).isPresent() && !clause.passiveWithoutAgent()) {
            return Optional.of(opponent(speaker, sentence, day)
                    .map(o -> Resolved.of(o, 0.75, "claimant's opponent"))
                    .orElse(Resolved.unknown("several opponents")));
        }
        return Optional.empty();
    }

    /** "43 Palestinians", counted in Gaza or by its ministry: of a party within the one named, the inner one. */
    private String innermost(String named, Clause clause, Speaker speaker) {
        Hierarchy tree = reading.conflict().partyTree();
        if (!tree.isParent(named)) {
            return named;
        }
        return clause.whereabouts()
                .holder()
                .filter(p -> tree.within(p, named))
                .or(() -> reading.sideOf(speaker).filter(p -> tree.within(p, named)))
                .orElse(named);
    }

    private Optional<String> opponent(Speaker speaker, int sentence, LocalDate day) {
        return reading.sideOf(speaker).flatMap(p -> reading.opponent(p, sentence, day));
    }
}
