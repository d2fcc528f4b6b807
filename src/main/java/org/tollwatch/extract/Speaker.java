package org.tollwatch.extract;

import java.util.Optional;

/**
 * Who says something.
 *
 * @param name as a reader would name them
 * @param account whose books the figure goes to: the party for its organs and office holders, else their own
 * @param party the party or third state they belong to; empty for the outlet, witnesses, organisations
 * @param kind what sort of speaker
 */
record Speaker(String name, String account, Optional<String> party, Kind kind) {

    enum Kind {
        BODY,
        PERSON,
        OUTLET,
        PRIVATE
    }
}
