package org.tollwatch.stream;

/**
 * How far the reports on the topic are taken in.
 *
 * @param done reports that were decided
 * @param total reports on the topic
 */
public record Progress(long done, long total) {}
