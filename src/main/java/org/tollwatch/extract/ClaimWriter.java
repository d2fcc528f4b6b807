package org.tollwatch.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Count;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.report.Side;
import org.tollwatch.report.Status;

/** Writes down one claim from an event and the resolvers' answers. */
final class ClaimWriter {

    /**
     * Everything answered about an event.
     *
     * @param party who suffered, or who struck
     * @param target who was struck
     */
    record Answers(
            Event event,
            Sentence sentence,
            Resolved<Speaker> speaker,
            Resolved<String> party,
            Optional<String> target,
            Resolved<Covered> covered,
            Resolved<Place> place) {}

    private final Reading reading;

    ClaimWriter(Reading reading) {
        this.reading = reading;
    }

    ReportedClaim write(Answers answers) {
        Event event = answers.event();
        // what stands behind its word in the text was put before it
        List<Item> parts = IntStream.of(event.first(), event.groupAt(), event.triggerAt(), event.last())
                .mapToObj(answers.sentence().items()::get)
                .toList();
        int start = parts.stream().mapToInt(Item::start).min().orElseThrow();
        int end = parts.stream().mapToInt(Item::end).max().orElseThrow();
        String quote = reading.text().quote(start, end);
        Item said = answers.sentence().items().get(event.groupAt());
        Count count = event.triggerIs("scope", "feared")
                ? event.group().quantity().count().feared()
                : event.group().quantity().count();
        String qualifier = event.triggerIs("scope", "feared")
                ? "FEARED"
                : event.group().quantity().qualifier();
        Covered covered = answers.covered().value().orElseThrow();
        Claimant claimant = claimant(answers);
        boolean strikes = event.measure() == org.tollwatch.ledger.Measure.STRIKES;
        String label = event.label().isEmpty() ? null : event.label();
        Long high = count.high() == Count.OPEN ? null : count.high();
        ReportedPlace place = answers.place()
                .value()
                .map(p -> new ReportedPlace(p.name(), p.lat(), p.lon()))
                .orElse(null);
        String id = ClaimId.of(Arrays.asList(
                reading.article().source(),
                event.measure(),
                label,
                count.low(),
                count.best(),
                high,
                event.status(),
                answers.party().value().orElse(null),
                answers.target().orElse(null),
                claimant.getAccount(),
                covered.from(),
                covered.to(),
                covered.extent(),
                covered.coverage(),
                place == null ? null : place.getName(),
                quote));
        return ReportedClaim.newBuilder()
                .setId(id)
                .setMeasure(Measure.valueOf(event.measure().name()))
                .setKind(strikes ? label : null)
                .setItem(strikes ? null : label)
                .setLow(count.low())
                .setBest(count.best())
                .setHigh(high)
                .setQualifier(qualifier)
                .setVague(event.group().quantity().vague().map(Enum::name).orElse(null))
                .setWords(reading.text().quote(said.start(), said.end()))
                .setStatus(Status.valueOf(event.status().name()))
                .setParty(answers.party().value().orElse(null))
                .setTarget(answers.target().orElse(null))
                .setClaimant(claimant)
                .setPeriod(period(covered))
                .setExtent(Extent.valueOf(covered.extent().name()))
                .setCoverage(Coverage.valueOf(covered.coverage().name()))
                .setPlace(place)
                .setQuote(quote)
                .setStart(reading.text().codePointStart(start))
                .setEnd(reading.text().codePointEnd(end))
                .setConfidence(confidence(answers))
                .build();
    }

    private Claimant claimant(Answers answers) {
        Speaker speaker = answers.speaker().value().orElseThrow();
        boolean strikes = answers.event().measure() == org.tollwatch.ledger.Measure.STRIKES;
        Optional<String> sufferer = strikes ? answers.target() : answers.party().value();
        String side = sufferer.isEmpty()
                ? "INDEPENDENT"
                : reading.conflict()
                        .sideOf(speaker.party().orElse(null), sufferer.get())
                        .name();
        return Claimant.newBuilder()
                .setName(speaker.name())
                .setAccount(speaker.account())
                .setParty(speaker.party().orElse(null))
                .setSide(Side.valueOf(side))
                .setOutlet(speaker.kind() == Speaker.Kind.OUTLET)
                .build();
    }

    private CoveredPeriod period(Covered covered) {
        return CoveredPeriod.newBuilder()
                .setFrom(reading.start(covered.from()))
                .setTo(reading.start(covered.to()))
                .setPrecision(Precision.valueOf(covered.precision().name()))
                .setAssumed(covered.assumed())
                .build();
    }

    private static double confidence(Answers answers) {
        double detected =
                answers.event().counted() ? Math.max(0.6, 1 - answers.event().cost() * 0.05) : 0.6;
        double product = detected
                * answers.speaker().confidence()
                * answers.party().confidence()
                * answers.covered().confidence();
        return Math.round(product * 100) / 100.0;
    }
}
