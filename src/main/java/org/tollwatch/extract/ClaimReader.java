package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.report.ReportedClaim;

/** Goes through the events of a reading in order and has each answered: who says so, when, whose, where. */
final class ClaimReader {

    private final Reading reading;
    private final ClaimantResolver claimants;
    private final CoverageResolver coverages;
    private final PartyResolver parties;
    private final PlaceResolver places;
    private final List<ClaimWriter.Answers> answered = new ArrayList<>();

    ClaimReader(Reading reading) {
        this.reading = reading;
        this.claimants = new ClaimantResolver(reading);
        this.coverages = new CoverageResolver(reading);
        this.parties = new PartyResolver(reading);
        this.places = new PlaceResolver(reading);
    }

    /** Each distinct claim once, in the order of the text. */
    List<ReportedClaim> read() {
        ClaimWriter writer = new ClaimWriter(reading);
        List<ReportedClaim> claims = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < reading.sentences().size(); i++) {
            for (Event event : reading.sentences().get(i).events()) {
                ClaimWriter.Answers answers = answer(i, event);
                answered.add(answers);
                ReportedClaim claim = writer.write(answers);
                if (ids.add(claim.getId())) {
                    claims.add(claim);
                }
            }
        }
        return claims;
    }

    private ClaimWriter.Answers answer(int sentence, Event event) {
        Optional<ClaimWriter.Answers> before = near(sentence, event.measure() == Measure.STRIKES);
        Sentence in = reading.sentences().get(sentence);
        Optional<ClaimWriter.Answers> whole = event.subset()
                ? before.filter(b -> b.event().measure() == event.measure())
                        .filter(b -> b.sentence() == in || event.first() <= 1)
                : Optional.empty();
        Optional<Covered> same = before.filter(b ->
                        b.sentence() == in && (b.event().counted() || b.event().subset()))
                .flatMap(b -> b.covered().value());
        Resolved<Speaker> speaker = claimants.resolve(sentence, event);
        Optional<ClaimWriter.Answers> replied = before.filter(b -> Totals.answers(in.items(), event));
        Resolved<Covered> covered = whole.or(() -> replied)
                .map(ClaimWriter.Answers::covered)
                .orElseGet(() -> coverages.resolve(
                        sentence,
                        event,
                        before.filter(b -> b.sentence().span().paragraph()
                                        == in.span().paragraph())
                                .map(ClaimWriter.Answers::event),
                        same));
        if (whole.isPresent()) {
            speaker = whole.get().speaker();
        }
        return event.measure() == Measure.STRIKES
                ? strike(sentence, event, in, speaker, covered)
                : loss(sentence, event, in, speaker, covered, whole, before);
    }

    private ClaimWriter.Answers loss(
            int sentence,
            Event event,
            Sentence in,
            Resolved<Speaker> speaker,
            Resolved<Covered> covered,
            Optional<ClaimWriter.Answers> whole,
            Optional<ClaimWriter.Answers> before) {
        Covered time = covered.value().orElseThrow();
        Optional<String> topic = named(before, sentence)
                .filter(b -> b.event().measure() != Measure.STRIKES)
                .filter(b -> !flown(b.event()) || event.measure() == Measure.EQUIPMENT_LOST)
                .flatMap(b -> b.party().value())
                .or(() -> before.flatMap(ClaimWriter.Answers::target))
                .filter(t -> speaker.value().flatMap(Speaker::party).isEmpty() || sameParagraph(before, in))
                .filter(t -> !ofMore(event, before));
        Resolved<String> party = parties.resolve(
                sentence,
                event,
                speaker.value().orElseThrow(),
                scope(covered),
                time.to().minusDays(1),
                whole.map(ClaimWriter.Answers::party),
                topic,
                before.filter(b -> b.sentence() == in).isPresent());
        Optional<String> launched = launched(event);
        if (launched.isPresent() && party.confidence() < 0.9) {
            party = Resolved.of(launched.get(), 0.75, "who launched them");
        }
        return new ClaimWriter.Answers(
                event, in, speaker, party, Optional.empty(), covered, places.resolve(sentence, event));
    }

    /** "Russia launched 55 drones. 43 were shot down": those shot down are of whoever launched such right before. */
    private Optional<String> launched(Event event) {
        return flown(event) && !answered.isEmpty()
                ? Optional.of(answered.get(answered.size() - 1))
                        .filter(b -> b.event().measure() == Measure.STRIKES
                                && b.event().label().equals(event.label()))
                        .flatMap(b -> b.party().value())
                : Optional.empty();
    }

    /** Shot down on its way: where it fell, others were hit than those it belonged to. */
    private static boolean flown(Event event) {
        return event.measure() == Measure.EQUIPMENT_LOST
                && (event.label().equals("drone") || event.group().noun() == NounClass.AMMO);
    }

    /** A toll of everybody does not go on with a side's soldiers. */
    private static boolean ofMore(Event event, Optional<ClaimWriter.Answers> before) {
        return event.triggerIs("toll")
                && event.status() == Status.ANY
                && before.filter(b -> b.event().status() == Status.COMBATANT).isPresent();
    }

    /** Past "some of the victims are still under the rubble", which is nobody's, the figure before it. */
    private Optional<ClaimWriter.Answers> named(Optional<ClaimWriter.Answers> before, int sentence) {
        int at = before.isPresent() ? answered.size() - 1 : -1;
        while (at >= 0 && answered.get(at) != before.get()) {
            at--; // near the end
        }
        boolean nobodys = at > 0
                && !answered.get(at).event().counted()
                && answered.get(at)
                        .party()
                        .value()
                        .filter(PartyResolver.ALL::equals)
                        .isPresent();
        if (!nobodys) {
            return before;
        }
        Sentence here = answered.get(at).sentence();
        return Optional.of(answered.get(at - 1))
                .filter(b ->
                        sentence > 1 && b.sentence() == reading.sentences().get(sentence - 2) || b.sentence() == here);
    }

    /** A total of the whole episode is everybody's; one only assumed to be such says nothing of whose it is. */
    private static Coverage scope(Resolved<Covered> covered) {
        Coverage coverage = covered.value().orElseThrow().coverage();
        String evidence = covered.evidence();
        boolean assumed = evidence.equals(CoverageResolver.UNDATED) || evidence.equals(CoverageResolver.BESIDE);
        return assumed ? Coverage.INCIDENT : coverage;
    }

    private ClaimWriter.Answers strike(
            int sentence, Event event, Sentence in, Resolved<Speaker> speaker, Resolved<Covered> covered) {
        Covered time = covered.value().orElseThrow();
        LocalDate day = time.to().minusDays(1);
        StrikeClause clause = new StrikeClause(reading, in.items(), day);
        Lexeme trigger = event.trigger()
                .or(() -> event.group().inner().stream()
                        .flatMap(i -> i.lexeme(Tag.TRIGGER).stream())
                        .findFirst())
                .orElse(new Lexeme(Tag.TRIGGER, "", java.util.Map.of("form", "noun", "agent", "true")));
        Optional<String> enemy =
                speaker.value().flatMap(Speaker::party).flatMap(p -> reading.opponent(p, sentence, day));
        Optional<String> repels = clause.repels(event.triggerAt());
        Optional<String> agent = repels.isPresent() || clause.repelled(event.triggerAt())
                ? repels.flatMap(p -> reading.opponent(p, sentence, day)).or(() -> enemy)
                : clause.agent(event.triggerAt(), trigger)
                        .or(() -> Enemy.strikes(in.items(), event.triggerAt()) ? enemy : Optional.empty())
                        .or(() -> clause.unsaid(event.triggerAt(), trigger) ? subject(in, speaker) : Optional.empty());
        Optional<String> target = clause.target(event.triggerAt(), trigger)
                .filter(t -> agent.filter(t::equals).isEmpty());
        Optional<String> struck = target.or(
                () -> agent.isPresent() ? reading.opponent(agent.get(), sentence, day) : before(sentence, day));
        Optional<String> other = struck.filter(s -> speaker.value()
                        .flatMap(Speaker::party)
                        .filter(s::equals)
                        .isPresent())
                .flatMap(s -> enemy)
                .filter(e -> event.counted() && !trigger.is("kind", "explosions"));
        Resolved<String> party = agent.map(a -> Resolved.of(a, 0.85, "agent"))
                .or(() -> other.map(o -> Resolved.of(o, 0.65, "opponent of the one struck who tells of it")))
                .orElse(Resolved.unknown("no agent"));
        return new ClaimWriter.Answers(event, in, speaker, party, struck, covered, places.resolve(sentence, event));
    }

    /** Who acts where the sentence does not say it again: whoever struck before in it, else whoever speaks. */
    private Optional<String> subject(Sentence in, Resolved<Speaker> speaker) {
        Optional<ClaimWriter.Answers> last =
                answered.isEmpty() ? Optional.empty() : Optional.of(answered.get(answered.size() - 1));
        return last.filter(b -> b.sentence() == in && b.event().measure() == Measure.STRIKES)
                .flatMap(b -> b.party().value())
                .or(() -> speaker.value().flatMap(Speaker::party))
                .filter(p -> reading.conflict().party(p).isPresent());
    }

    private static boolean sameParagraph(Optional<ClaimWriter.Answers> before, Sentence in) {
        return before.filter(b -> b.sentence().span().paragraph() == in.span().paragraph())
                .isPresent();
    }

    /** The holder of the place that the sentences just before speak of. */
    private Optional<String> before(int sentence, LocalDate day) {
        for (int i = sentence - 1; i >= 0 && i >= sentence - 2; i--) {
            for (Item item : reading.sentences().get(i).items()) {
                if (reading.holder(item, day).isPresent()) {
                    return reading.holder(item, day);
                }
            }
        }
        return Optional.empty();
    }

    /** The answers to the event before, if it stands in this sentence or the two before; a loss goes on with a loss if it can. */
    private Optional<ClaimWriter.Answers> near(int sentence, boolean strike) {
        Optional<ClaimWriter.Answers> last = Optional.empty();
        for (int i = answered.size() - 1; i >= 0; i--) {
            ClaimWriter.Answers answers = answered.get(i);
            boolean near = false;
            for (int k = Math.max(0, sentence - 2); k <= sentence; k++) {
                near |= answers.sentence() == reading.sentences().get(k);
            }
            if (!near) {
                break;
            }
            if (strike || answers.event().measure() != Measure.STRIKES) {
                return Optional.of(answers);
            }
            last = last.or(() -> Optional.of(answers));
        }
        return last;
    }
}
