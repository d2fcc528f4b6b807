package org.tollwatch.conflict;

import org.tollwatch.ledger.Episode;

/**
 * A time of fighting, and what reports call it.
 *
 * @param episode its time; one that goes on ends in the year 9999
 * @param names "First Karabakh War", "44-day war"
 */
public record NamedEpisode(Episode episode, Names names) {}
