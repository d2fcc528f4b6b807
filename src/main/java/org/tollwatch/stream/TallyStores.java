package org.tollwatch.stream;

import org.apache.kafka.common.serialization.Serde;

/**
 * The stores of the counting.
 *
 * @param reportPartitions of the topic of reports, which others may have made
 */
record TallyStores(Settings settings, int reportPartitions, Schemas schemas) implements StoreLayout {

    @Override
    public String topicOf(String store) {
        return TallyTopology.topicOf(store, settings);
    }

    @Override
    public int partitionsOf(String store) {
        return topicOf(store).equals(settings.topics().reports()) ? reportPartitions : settings.partitions();
    }

    @Override
    public <T> Serde<T> serdeOf(String store) {
        return schemas.ofStore(store);
    }
}
