package org.tollwatch.extract;

/**
 * A place in a sentence where somebody is said to say something.
 *
 * @param speaker who
 * @param verb the place of the word that says so
 * @param after whether it vouches for what stands before it ("..., the ministry said", "according to Armenia")
 */
record Attribution(Speaker speaker, int verb, boolean after) {}
