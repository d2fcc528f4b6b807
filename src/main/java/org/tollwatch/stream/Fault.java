package org.tollwatch.stream;

/**
 * What is wrong with a report.
 *
 * @param detail the field, what it holds, and what it should
 */
public record Fault(Reason reason, String detail) {}
