package org.tollwatch.web;

/**
 * How far bytes are UTF-8: how many characters of several bytes are well formed, and how many bytes are not.
 *
 * @param wide well-formed sequences of two bytes and more
 * @param broken bytes that belong to none; a sequence that the end cuts off does not count
 */
record Utf8Shape(int wide, int broken) {

    static Utf8Shape of(byte[] bytes) {
        int wide = 0;
        int broken = 0;
        int at = 0;
        while (at < bytes.length) {
            int length = length(bytes[at] & 0xff);
            if (length == 1) {
                at++;
            } else if (length == 0 || !followed(bytes, at, length)) {
                boolean cut = length > 0 && at + length > bytes.length && followed(bytes, at, bytes.length - at);
                broken += cut ? 0 : 1;
                at++;
            } else {
                wide++;
                at += length;
            }
        }
        return new Utf8Shape(wide, broken);
    }

    /** Whether it is UTF-8 throughout and more than ASCII. */
    boolean sure() {
        return broken == 0 && wide > 0;
    }

    /** Whether it is UTF-8 with a few wrong bytes in it: no other charset has sequences like that by chance. */
    boolean likely() {
        return wide > 0 && wide >= 8 * broken;
    }

    private static int length(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first >= 0xc2 && first < 0xe0) {
            return 2;
        }
        if (first >= 0xe0 && first < 0xf0) {
            return 3;
        }
        return first >= 0xf0 && first < 0xf5 ? 4 : 0;
    }

    private static boolean followed(byte[] bytes, int at, int length) {
        if (at + length > bytes.length) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return length < 3 || !surrogate(bytes, at);
    }

    private static boolean surrogate(byte[] bytes, int at) {
        return (bytes[at] & 0xff) == 0xed && at + 1 < bytes.length && (bytes[at + 1] & 0xff) >= 0xa0;
    }
}
