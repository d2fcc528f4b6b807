package org.tollwatch.extract;

/**
 * A name of the conflict file.
 *
 * @param id of the party, actor, person, place or episode
 * @param count how many people its form says by itself; 0 where it says no number
 */
record Name(Kind kind, String id, Form form, int count) implements Sense {

    Name(Kind kind, String id, Form form) {
        this(kind, id, form, 0);
    }

    enum Kind {
        PARTY,
        ACTOR,
        OUTLET,
        PERSON,
        PLACE,
        EPISODE
    }

    enum Form {
        /** The name itself: "Armenia". */
        NOUN,
        /** Its people, or of it: "Armenian". */
        PEOPLE,
        /** Its seat standing for it: "Yerevan". */
        SEAT,
        /** A body of it: "Artsakh Defence Army". */
        ORGAN
    }

    @Override
    public Tag tag() {
        return Tag.NAME;
    }
}
