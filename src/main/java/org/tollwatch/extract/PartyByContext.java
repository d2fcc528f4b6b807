package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;

/** Whose loss an event is where neither its clause nor its verb says so: by who tells, the place and what the text is about. */
final class PartyByContext {

    private final Reading reading;
    private final Clause clause;
    private final int sentence;
    private final Event event;
    private final Speaker speaker;
    private final Coverage coverage;
    private final Optional<String> topic;
    private final Optional<String> side;

    /** @param topic the party of the event before it in the text, if it is near */
    PartyByContext(
            Reading reading,
            Clause clause,
            int sentence,
            Event event,
            Speaker speaker,
            Coverage coverage,
            Optional<String> topic) {
        this.reading = reading;
        this.clause = clause;
        this.sentence = sentence;
        this.event = event;
        this.speaker = speaker;
        this.coverage = coverage;
        this.topic = topic;
        this.side = reading.sideOf(speaker);
    }

    Resolved<String> find() {
        return beside().or(this::taken)
                .or(this::soldiers)
                .or(this::place)
                .or(this::goesOn)
                .or(this::episode)
                .or(this::left)
                .or(this::claimant)
                .or(this::fighting)
                .or(() -> topic.map(t -> Resolved.of(t, 0.55, "topic")))
                .orElseGet(this::theatre);
    }

    private Optional<Resolved<String>> beside() {
        return clause.adjacentName().map(s -> Resolved.of(s, 0.8, "beside"));
    }

    private Optional<Resolved<String>> taken() {
        return event.measure() == Measure.CAPTURED && side.isPresent()
                ? topic.filter(t -> reading.conflict().opponentsOf(side.get()).contains(t))
                        .map(t -> Resolved.of(t, 0.75, "the enemy's who were just spoken of"))
                : Optional.empty();
    }

    private Optional<Resolved<String>> soldiers() {
        return event.status() == Status.COMBATANT
                ? side.map(s -> Resolved.of(s, 0.8, "claimant's soldiers"))
                : Optional.empty();
    }

    private Optional<Resolved<String>> place() {
        boolean general = reading.conflict().general();
        boolean fought = ofEpisode() && !moved() && !general && !(event.status() != Status.COMBATANT && lands());
        Whereabouts where = clause.whereabouts();
        Optional<String> town = fought ? where.town() : where.holder();
        return general || coverage != Coverage.HISTORICAL
                ? town.map(t -> Resolved.of(t, 0.75, "place"))
                : Optional.empty();
    }

    /** "Another 21 ... The toll now is 223"; "in all 602 aircraft have been destroyed": the same enemy's. */
    private Optional<Resolved<String>> goesOn() {
        boolean toll = event.triggerIs("toll") && (event.first() <= 3 || !clause.episodeWord());
        boolean bulletin = event.triggerIs("foe") && event.measure() == Measure.EQUIPMENT_LOST && side.isEmpty();
        return coverage == Coverage.CUMULATIVE && (toll || bulletin)
                ? topic.filter(t -> !t.equals(PartyResolver.ALL))
                        .map(t -> Resolved.of(t, 0.7, "toll of the figure before"))
                : Optional.empty();
    }

    private Optional<Resolved<String>> episode() {
        boolean nobodys = event.status() == Status.COMBATANT
                && clause.whereabouts().holder().isEmpty()
                && topic.isEmpty()
                && side.isEmpty();
        return ofEpisode() || nobodys ? all(0.8, "episode") : Optional.empty();
    }

    /** People who left: they are of where they were. */
    private Optional<Resolved<String>> left() {
        if (!moved() || topic.isPresent()) {
            return Optional.empty();
        }
        Optional<String> own = event.measure() == Measure.EVACUATED ? side : Optional.empty();
        Optional<String> left = own.or(this::around).or(this::headline);
        return Optional.of(
                left.map(l -> Resolved.of(l, 0.5, "paragraph")).orElse(Resolved.unknown("where from is not said")));
    }

    /** Who belongs to no side counts both, unless he names one; who belongs to one counts its own, or its friend's. */
    private Optional<Resolved<String>> claimant() {
        if (side.isEmpty()) {
            return speaker.party().isPresent() ? all(0.6, "a third party's count") : Optional.empty();
        }
        Optional<String> friend = topic.filter(t -> !t.equals(PartyResolver.ALL)
                && !reading.conflict().opponentsOf(side.get()).contains(t));
        return friend.map(t -> Resolved.of(t, 0.65, "topic"))
                .or(() -> side.map(s -> Resolved.of(s, 0.65, "claimant's own")));
    }

    private Optional<Resolved<String>> fighting() {
        return clause.episodeWord() ? all(0.6, "fighting") : Optional.empty();
    }

    private Resolved<String> theatre() {
        Optional<String> theatre = clause.whereabouts().speakersHolder().or(this::around);
        return theatre.map(t -> Resolved.of(t, 0.5, "paragraph"))
                .orElse(Resolved.of(PartyResolver.ALL, 0.5, "nothing said"));
    }

    private static Optional<Resolved<String>> all(double confidence, String evidence) {
        return Optional.of(Resolved.of(PartyResolver.ALL, confidence, evidence));
    }

    private boolean ofEpisode() {
        return coverage == Coverage.HISTORICAL || coverage == Coverage.CUMULATIVE && side.isEmpty();
    }

    private boolean moved() {
        return event.measure() == Measure.DISPLACED || event.measure() == Measure.EVACUATED;
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
    private Optional<String> around() {
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

    private Optional<String> headline() {
        return reading.headline().stream()
                .flatMap(item -> reading.holder(item, clause.day()).stream())
                .findFirst();
    }
}
