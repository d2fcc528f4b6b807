package org.tollwatch.replay;

/** In which order a replay takes the reports. The tallies at its end are the same. */
public enum Order {
    /** As they lie on the topic; read once, from its beginning to its end. */
    ARRIVAL,
    /** As they were published, at a pace; of one id still in the order of arrival. */
    PUBLISHED
}
