package org.tollwatch.extract;

/** One reading of an item. */
interface Sense {

    Tag tag();
}
