package org.tollwatch.extract;

/**
 * A length of time: no count of victims, but it may tell which past war is meant ("six weeks of fighting").
 *
 * @param days its length
 */
record Lasting(double days) implements Sense {

    @Override
    public Tag tag() {
        return Tag.MASKED;
    }
}
