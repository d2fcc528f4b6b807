package org.tollwatch.web;

/** Why a text is no date; caught where dates are read. */
final class NotADate extends Exception {

    NotADate(String reason) {
        super(reason, null, false, false);
    }
}
