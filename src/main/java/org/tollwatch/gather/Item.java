package org.tollwatch.gather;

import java.time.Instant;

/**
 * What is remembered of one item of a feed, of a file, or of a partition.
 *
 * @param mark a short hash of what the feed calls it
 * @param offered a hash of what the feed itself says of it
 * @param told a hash of the title, text and date that were read
 * @param revision of the version that was read last, published or rejected; {@link #NONE}: none was
 * @param position of a file, how many pieces of it are published; of a partition, the offset to be read next
 * @param whole of a file, whether its end was reached
 */
record Item(String mark, String offered, String told, int revision, Instant firstSeenAt, long position, boolean whole) {

    /** No version of it was read. */
    static final int NONE = 0;

    static Item of(String mark, String offered, String told, int revision, Instant firstSeenAt) {
        return new Item(mark, offered, told, revision, firstSeenAt, 0, true);
    }

    /** The same thing offered in other words that tell nothing new. */
    Item offeredAs(String words) {
        return new Item(mark, words, told, revision, firstSeenAt, position, whole);
    }
}
