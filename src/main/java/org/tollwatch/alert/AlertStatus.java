package org.tollwatch.alert;

/**
 * An alert as it stands.
 *
 * @param last what was last told of it
 * @param active whether it still fires
 */
public record AlertStatus(Alert last, boolean active) {}
