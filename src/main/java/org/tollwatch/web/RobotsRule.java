package org.tollwatch.web;

import java.nio.charset.StandardCharsets;

/**
 * One line of robots.txt.
 *
 * @param pattern in which {@code *} stands for anything and a {@code $} at the end for the end
 */
record RobotsRule(boolean allow, String pattern) {

    static RobotsRule of(boolean allow, String pattern) {
        return new RobotsRule(allow, normal(pattern));
    }

    int length() {
        return pattern.length();
    }

    /** Greedy with one way back, to the last star: never more than length of path times length of pattern. */
    boolean matches(String path) {
        boolean end = pattern.endsWith("$");
        String wanted = end ? pattern.substring(0, pattern.length() - 1) : pattern + "*";
        int p = 0;
        int star = -1;
        int back = 0;
        for (int i = 0; i < path.length(); ) {
            if (p < wanted.length() && wanted.charAt(p) == '*') {
                star = p++;
                back = i;
            } else if (p < wanted.length() && wanted.charAt(p) == path.charAt(i)) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++back;
            } else {
                return false;
            }
        }
        while (p < wanted.length() && wanted.charAt(p) == '*') {
            p++;
        }
        return p == wanted.length();
    }

    /** Percent-encoded where it is not ASCII, with escapes in upper case: so that both sides are written alike. */
    static String normal(String path) {
        StringBuilder out = new StringBuilder();
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b == '%' && i + 2 < bytes.length) {
                int code = Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16);
                boolean hex = Character.digit(bytes[i + 1], 16) >= 0 && Character.digit(bytes[i + 2], 16) >= 0;
                if (hex) {
                    append(code, unreserved(code), out);
                    i += 2;
                    continue;
                }
            }
            append(b, b > ' ' && b < 127, out);
        }
        return out.toString();
    }

    private static boolean unreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static void append(int b, boolean plain, StringBuilder out) {
        if (plain) {
            out.append((char) b);
        } else {
            out.append('%').append("0123456789ABCDEF".charAt(b >> 4)).append("0123456789ABCDEF".charAt(b & 15));
        }
    }
}
