package org.tollwatch.feed;

/**
 * One line of a file.
 *
 * @param number from 1
 * @param bytes without the line end; only the beginning when it is longer than {@link BoundedLines#LONGEST}
 * @param length how many bytes the line really has
 */
record Line(long number, byte[] bytes, long length) {

    boolean tooLong() {
        return length > bytes.length;
    }

    boolean blank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
