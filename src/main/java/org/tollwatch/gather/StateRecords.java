package org.tollwatch.gather;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tollwatch.report.FeedItem;
import org.tollwatch.report.FeedStanding;
import org.tollwatch.report.FeedStateRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Decoded;
import org.tollwatch.stream.Topics;

/** What is remembered as records of the topic, and back. */
final class StateRecords {

    private final AvroSerde<FeedStateRecord> serde;

    StateRecords(AvroSerde<FeedStateRecord> serde) {
        this.serde = serde;
    }

    ProducerRecord<byte[], byte[]> record(Change change) {
        if (change instanceof Change.Stands stands) {
            return record(stands.feed(), new FeedStateRecord(stands.feed(), standing(stands.standing()), null));
        }
        if (change instanceof Change.Knows knows) {
            Item item = knows.item();
            return record(knows.feed() + "/" + item.mark(), new FeedStateRecord(knows.feed(), null, item(item)));
        }
        Change.Forgets forgets = (Change.Forgets) change;
        return new ProducerRecord<>(Topics.FEED_STATE, key(forgets.feed() + "/" + forgets.mark()), null);
    }

    private ProducerRecord<byte[], byte[]> record(String key, FeedStateRecord value) {
        return new ProducerRecord<>(
                Topics.FEED_STATE, key(key), serde.serializer().serialize(Topics.FEED_STATE, value));
    }

    private static byte[] key(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for what cannot be read: the feed is then asked as if nothing were known, and its ids stay the same. */
    Optional<Change> change(byte[] key, byte[] value) {
        if (value == null) {
            String[] parts = new String(key, StandardCharsets.UTF_8).split("/", 2);
            return parts.length < 2 ? Optional.empty() : Optional.of(new Change.Forgets(parts[0], parts[1]));
        }
        if (!(serde.decode(value) instanceof Decoded.Value<FeedStateRecord> read)) {
            return Optional.empty();
        }
        FeedStateRecord state = read.value();
        return state.getItem() == null
                ? Optional.ofNullable(state.getStanding()).map(s -> new Change.Stands(state.getFeed(), standing(s)))
                : Optional.of(state.getItem())
                        .filter(item -> item.getPosition() >= 0 && item.getRevision() >= Item.NONE)
                        .map(item -> new Change.Knows(state.getFeed(), item(item)));
    }

    private static FeedItem item(Item item) {
        return new FeedItem(
                item.mark(),
                item.offered(),
                item.told(),
                item.revision(),
                item.firstSeenAt(),
                item.position(),
                item.whole());
    }

    private static Item item(FeedItem item) {
        return new Item(
                item.getMark(),
                item.getOffered(),
                item.getTold(),
                item.getRevision(),
                item.getFirstSeenAt(),
                item.getPosition(),
                item.getWhole());
    }

    private static FeedStanding standing(Standing s) {
        return new FeedStanding(
                s.place(),
                s.etag().orElse(null),
                s.lastModified().orElse(null),
                s.lastTry().orElse(null),
                s.lastSuccess().orElse(null),
                s.lastNewItem().orElse(null),
                s.failures(),
                s.nextTry().orElse(null),
                s.trouble().map(Trouble::label).orElse(null),
                s.why().orElse(null),
                s.moved().orElse(null),
                s.perDay().orElse(null));
    }

    private static Standing standing(FeedStanding s) {
        return new Standing(
                s.getPlace(),
                Optional.ofNullable(s.getEtag()),
                Optional.ofNullable(s.getLastModified()),
                Optional.ofNullable(s.getLastTry()),
                Optional.ofNullable(s.getLastSuccess()),
                Optional.ofNullable(s.getLastNewItem()),
                s.getFailures(),
                Optional.ofNullable(s.getNextTry()),
                Arrays.stream(Trouble.values())
                        .filter(kind -> kind.label().equals(s.getTrouble()))
                        .findFirst(),
                Optional.ofNullable(s.getWhy()),
                Optional.ofNullable(s.getMoved()),
                Optional.ofNullable(s.getPerDay()));
    }
}
