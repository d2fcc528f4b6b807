package org.tollwatch.doctor;

/**
 * What one check found.
 *
 * @param what was checked
 * @param todo what to do; empty when nothing is to be done
 */
public record Finding(String what, Level level, String detail, String todo) {

    /** From good to bad. */
    public enum Level {
        OK,
        /** It could not be checked; it may be either. */
        UNKNOWN,
        WARNING,
        /** Something is lost, or will be. */
        ERROR
    }

    static Finding ok(String what, String detail) {
        return new Finding(what, Level.OK, detail, "");
    }

    static Finding unknown(String what, String why) {
        return new Finding(what, Level.UNKNOWN, "cannot be checked: " + why, "");
    }

    static Finding warning(String what, String detail, String todo) {
        return new Finding(what, Level.WARNING, detail, todo);
    }

    static Finding error(String what, String detail, String todo) {
        return new Finding(what, Level.ERROR, detail, todo);
    }
}
