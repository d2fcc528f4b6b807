package org.tollwatch.extract;

/** A reading that needs no more than its tag: a punctuation mark, a masked number. */
record Mark(Tag tag) implements Sense {}
