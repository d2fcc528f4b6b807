package org.tollwatch.dlq;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.stream.Producers;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Schemas;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.Topics;

/**
 * Sends letters again, each at most once: the report and the mark that it was sent are one transaction, and what is marked is
 * not sent. Ids stay, so what was counted already is not counted twice. What would be rejected again is not sent.
 */
public final class Retry implements AutoCloseable {

    /** Two that retry at the same time: the first is shut out when the second begins. */
    private static final String WRITER = "tollwatch-dlq-retry";

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int TOGETHER = 100;

    private final Settings settings;
    private final Clock clock;
    private final Registry registry;
    private final Originals originals;
    private final Judge judge;

    /**
     * @param settings where the cluster is
     * @param conflicts that reports may be about; the counting should know the same
     * @throws StreamException when the topics cannot be made or the registry refuses
     */
    public Retry(Settings settings, Conflicts conflicts, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        try (Admin admin = Admin.create(settings.cluster().with(Map.of()))) {
            Topics.create(admin, settings);
        }
        registry = settings.cluster().registry();
        originals = new Originals(settings.cluster());
        judge = new Judge(Schemas.register(registry).reports(), conflicts, clock, originals);
    }

    /** What would be done, without doing it. */
    public List<Outcome> trial(List<Letter> letters) {
        Marks marks = Marks.read(settings.cluster());
        return letters.stream()
                .map(letter -> settled(letter, marks)
                        .orElseGet(() -> outcome(letter, judge.way(letter))
                                .orElseGet(() -> new Outcome(
                                        letter.id(),
                                        Outcome.Kind.WOULD_BE_SENT,
                                        "",
                                        "a " + Door.of(letter).words()))))
                .toList();
    }

    /**
     * Sends those that can be.
     *
     * @param wait for so long what the counting makes of them, if somebody counts
     * @return in the order of the letters
     * @throws DlqException when they cannot be written; what the message does not name was not sent
     */
    public List<Outcome> send(List<Letter> letters, Duration wait) {
        Map<LetterId, Outcome> outcomes = new LinkedHashMap<>();
        Map<LetterId, Mark> sent = new LinkedHashMap<>();
        Verdicts verdicts = new Verdicts(settings);
        try (verdicts;
                Producer<byte[], byte[]> producer = Producers.transactional(settings.cluster(), WRITER, LONGEST)) {
            producer.initTransactions(); // nobody else sends from here on, so what is marked stays all there is
            Marks marks = Marks.read(settings.cluster());
            for (int from = 0; from < letters.size(); from += TOGETHER) {
                List<Letter> some = letters.subList(from, Math.min(letters.size(), from + TOGETHER));
                sent.putAll(transaction(producer, some, marks, outcomes));
            }
            outcomes.putAll(verdicts.of(sent, wait));
        } catch (KafkaException | ExecutionException e) {
            throw new DlqException(
                    "The letters could not be sent again (" + StreamException.rootOf(e) + "). " + sent.size()
                            + " were sent before that. Check that the broker runs and nobody else retries, then run"
                            + " again: none is sent twice.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DlqException("It was interrupted.", e);
        }
        return letters.stream().map(letter -> outcomes.get(letter.id())).toList();
    }

    private Map<LetterId, Mark> transaction(
            Producer<byte[], byte[]> producer, List<Letter> letters, Marks marks, Map<LetterId, Outcome> outcomes)
            throws ExecutionException, InterruptedException {
        Map<LetterId, Way.Send> ways = new LinkedHashMap<>();
        for (Letter letter : letters) {
            Optional<Outcome> settled = settled(letter, marks);
            Way way = settled.isPresent() ? null : judge.way(letter);
            settled.or(() -> outcome(letter, way))
                    .ifPresentOrElse(
                            done -> outcomes.put(letter.id(), done), () -> ways.put(letter.id(), (Way.Send) way));
        }
        return ways.isEmpty() ? Map.of() : write(producer, ways);
    }

    private Map<LetterId, Mark> write(Producer<byte[], byte[]> producer, Map<LetterId, Way.Send> ways)
            throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        Map<LetterId, Future<RecordMetadata>> sending = new LinkedHashMap<>();
        ways.forEach((letter, way) -> sending.put(
                letter,
                producer.send(
                        new ProducerRecord<>(Topics.REPORTS, way.partition().orElse(null), way.key(), way.value()))));
        producer.flush();
        Map<LetterId, Mark> marks = new LinkedHashMap<>();
        List<Future<RecordMetadata>> marking = new ArrayList<>();
        for (Map.Entry<LetterId, Future<RecordMetadata>> one : sending.entrySet()) {
            RecordMetadata at = one.getValue().get();
            Mark mark = new Mark(
                    one.getKey().toString(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    at.topic() + "-" + at.partition() + "@" + at.offset());
            marking.add(producer.send(mark.record()));
            marks.put(one.getKey(), mark);
        }
        producer.commitTransaction();
        return marks;
    }

    private static Optional<Outcome> settled(Letter letter, Marks marks) {
        return marks.of(letter.id())
                .map(mark -> new Outcome(
                        letter.id(), Outcome.Kind.SENT_BEFORE, "", "at " + mark.at() + " as " + mark.sentAs()));
    }

    private static Optional<Outcome> outcome(Letter letter, Way way) {
        if (way instanceof Way.Rejected rejected) {
            return Optional.of(
                    new Outcome(letter.id(), Outcome.Kind.STILL_WRONG, rejected.reason(), rejected.detail()));
        }
        return way instanceof Way.Stuck stuck
                ? Optional.of(new Outcome(letter.id(), Outcome.Kind.NOT_SENT, letter.reason(), stuck.why()))
                : Optional.empty();
    }

    @Override
    public void close() {
        originals.close();
        registry.close();
    }
}
