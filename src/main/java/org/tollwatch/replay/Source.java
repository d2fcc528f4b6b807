package org.tollwatch.replay;

/** The chosen reports of the archive, in some order. For one thread. */
interface Source extends AutoCloseable {

    /** What is there or due, perhaps nothing, within a short time. */
    Batch next();

    /** Whether there is no more. */
    boolean isAtEnd();

    /** How many records are looked at in all. */
    long total();

    @Override
    void close();
}
