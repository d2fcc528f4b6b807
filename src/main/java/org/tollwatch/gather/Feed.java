package org.tollwatch.gather;

import java.time.Duration;
import java.util.Optional;

/**
 * One feed as the file of feeds has it.
 *
 * @param name unique in the file; what its state is kept under
 * @param source the outlet its reports are told to be of
 * @param language BCP 47; empty: recognised article by article
 * @param region what part of the world it writes about, for people
 * @param country ISO 3166 code of where it is published, for people
 * @param conflict its articles are read under this one only; empty: under whichever fits
 * @param every the pause between two looks
 * @param pages whether the page is fetched where the feed carries a summary only
 * @param allowPrivate whether addresses of this machine and of private networks may be asked
 * @param agent what it calls itself
 */
public record Feed(
        String name,
        Origin origin,
        String source,
        Optional<String> language,
        Optional<String> region,
        Optional<String> country,
        Optional<String> conflict,
        Duration every,
        Limits limits,
        boolean pages,
        boolean allowPrivate,
        String agent) {}
