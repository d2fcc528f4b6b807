package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Hierarchy;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;

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
                ? ofParty(speaker).or(() -> home).flatMap(p -> reading.opponent(p, sentence, day))
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
        return byContext(clause, sentence, event, speaker, coverage, topic);
    }

    /** What the verb tells: who lost, who did it. */
    private Optional<Resolved<String>> byDeed(
            Clause clause, int sentence, Event event, Speaker speaker, LocalDate day, Optional<String> topic) {
        if (event.triggerIs("loser")) {
            Optional<String> loser =
                    clause.subject().or(() -> clause.pronounSubject() ? ofParty(speaker) : Optional.empty());
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
            Optional<String> other = ofParty(speaker).filter(p -> !p.equals(agent.get()));
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
                && topic.equals(ofParty(speaker)); // "12 soldiers killed and a helicopter shot down"
        boolean foe = event.triggerIs("foe") && !passive || clause.speakerStruck();
        if (foe && ofParty(speaker).isPresent() && !clause.passiveWithoutAgent()) {
            return Optional.of(opponent(speaker, sentence, day)
                    .map(o -> Resolved.of(o, 0.75, "claimant's opponent"))
                    .orElse(Resolved.unknown("several opponents")));
        }
        return Optional.empty();
    }

    private Resolved<String> byContext(
            Clause clause, int sentence, Event event, Speaker speaker, Coverage coverage, Optional<String> topic) {
        boolean episode = coverage == Coverage.HISTORICAL
                || coverage == Coverage.CUMULATIVE && ofParty(speaker).isEmpty();
        Optional<String> subject = clause.adjacentName();
        if (subject.isPresent()) {
            return Resolved.of(subject.get(), 0.8, "beside");
        }
        Optional<String> side = ofParty(speaker);
        boolean taken = event.measure() == Measure.CAPTURED
                && topic.filter(t -> side.isPresent()
                                && reading.conflict().opponentsOf(side.get()).contains(t))
                        .isPresent();
        if (taken) {
            return Resolved.of(topic.get(), 0.75, "the enemy's who were just spoken of");
        }
        if (side.isPresent() && event.status() == Status.COMBATANT) {
            return Resolved.of(side.get(), 0.8, "claimant's soldiers");
        }
        boolean moved = event.measure() == Measure.DISPLACED || event.measure() == Measure.EVACUATED;
        Optional<String> place = clause.whereabouts().holder();
        boolean general = reading.conflict().general();
        boolean fought = episode && !moved && !general && !(event.status() != Status.COMBATANT && lands());
        Optional<String> town = fought ? clause.whereabouts().town() : place;
        if (town.isPresent() && (general || coverage != Coverage.HISTORICAL)) {
            return Resolved.of(town.get(), 0.75, "place");
        }
        boolean goesOn = event.triggerIs("toll")
                && topic.filter(t -> !t.equals(ALL)).isPresent()
                && (event.first() <= 3 || !clause.episodeWord());
        boolean bulletin = event.triggerIs("foe")
                && event.measure() == Measure.EQUIPMENT_LOST
                && side.isEmpty()
                && topic.filter(t -> !t.equals(ALL))
                        .isPresent(); // "in all 602 aircraft have been destroyed": the same enemy's
        if (coverage == Coverage.CUMULATIVE && (goesOn || bulletin)) {
            return Resolved.of(topic.get(), 0.7, "toll of the figure before"); // "another 21 ... The toll now is 223"
        }
        if (episode || event.status() == Status.COMBATANT && place.isEmpty() && topic.isEmpty() && side.isEmpty()) {
            return Resolved.of(ALL, 0.8, "episode");
        }
        if (moved && topic.isEmpty()) {
            Optional<String> own = event.measure() == Measure.EVACUATED ? side : Optional.empty();
            Optional<String> left = own.or(() -> around(sentence, clause)).or(() -> headline(clause));
            return left.map(l -> Resolved.of(l, 0.5, "paragraph")).orElse(Resolved.unknown("where from is not said"));
        }
        if (side.isEmpty() && speaker.party().isPresent()) {
            return Resolved.of(
                    ALL, 0.6, "a third party's count"); // who belongs to no side counts both, unless he names one
        }
        boolean friend = side.isPresent()
                && topic.isPresent()
                && !topic.get().equals(ALL)
                && !reading.conflict().opponentsOf(side.get()).contains(topic.get());
        if (side.isPresent()) {
            return friend ? Resolved.of(topic.get(), 0.65, "topic") : Resolved.of(side.get(), 0.65, "claimant's own");
        }
        if (clause.episodeWord()) {
            return Resolved.of(ALL, 0.6, "fighting");
        }
        if (topic.isPresent()) {
            return Resolved.of(topic.get(), 0.55, "topic");
        }
        Optional<String> theatre = clause.whereabouts().speakersHolder().or(() -> around(sentence, clause));
        return theatre.map(t -> Resolved.of(t, 0.5, "paragraph")).orElse(Resolved.of(ALL, 0.5, "nothing said"));
    }

    /** Whether the sides have lands of their own, not one they fight over: whoever dies there is whose land it is. */
    private boolean lands() {
        return reading.conflict().places().stream()
                        .filter(Place::theatre)
                        .flatMap(p -> reading.conflict().holderOf(p.id(), reading.start(reading.today())).stream())
                        .distinct()
                        .count()
                > 2;
    }

    /** The holder of the place that the sentences just before are about. */
    private Optional<String> around(int sentence, Clause clause) {
        List<Sentence> sentences = reading.sentences();
        for (int i = sentence - 1; i >= 0 && i >= sentence - 2; i--) {
            List<Item> items = sentences.get(i).items();
            for (int k = 0; k < items.size(); k++) {
                Optional<String> holder =
                        strikes(items, k) ? Optional.empty() : reading.holder(items.get(k), clause.day());
                if (holder.isPresent()) {
                    return holder;
                }
            }
        }
        return Optional.empty();
    }

    /** "Russia struck a block of flats in ...": a country right before what it did is no place where it happened. */
    private static boolean strikes(List<Item> items, int at) {
        int verb = at + 1;
        while (verb < items.size() && items.get(verb).is(Tag.AUX)) {
            verb++;
        }
        return Reading.party(items.get(at)).isPresent()
                && verb < items.size()
                && items.get(verb)
                        .lexeme(Tag.TRIGGER)
                        .filter(t -> t.has("object") && t.has("agent") && t.is("form", "verb"))
                        .isPresent();
    }

    private Optional<String> headline(Clause clause) {
        return reading.headline().stream()
                .flatMap(item -> reading.holder(item, clause.day()).stream())
                .findFirst();
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
                .or(() -> ofParty(speaker).filter(p -> tree.within(p, named)))
                .orElse(named);
    }

    private Optional<String> ofParty(Speaker speaker) {
        return speaker.party().filter(p -> reading.conflict().party(p).isPresent());
    }

    private Optional<String> opponent(Speaker speaker, int sentence, LocalDate day) {
        return ofParty(speaker).flatMap(p -> reading.opponent(p, sentence, day));
    }
}
