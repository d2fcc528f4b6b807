package org.tollwatch.evaluate;

/** A number that is no claim, and was read as one. */
public record Distracted(Distractor distractor, Got got) {}
