package org.tollwatch.stream;

import org.apache.kafka.common.serialization.Serde;

/** How an application's stores that can be asked are parted, and what lies in them. */
public interface StoreLayout {

    /**
     * By whose partitions a store is parted.
     *
     * @throws IllegalArgumentException when the store is not asked
     */
    String topicOf(String store);

    /** Into how many. */
    int partitionsOf(String store);

    /** What reads and writes its values. */
    <T> Serde<T> serdeOf(String store);
}
