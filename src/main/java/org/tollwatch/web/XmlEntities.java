package org.tollwatch.web;

import java.util.HashMap;
import java.util.Map;

/**
 * The entities that a document type declares, those of them that stand for plain text: none that names a file, and none
 * that holds another, as feedparser has it.
 */
final class XmlEntities {

    private static final int MOST = 100;
    private static final int LONGEST = 1_000;

    private XmlEntities() {}

    static Map<String, String> safe(String text) {
        Map<String, String> found = new HashMap<>();
        int from = start(text);
        int to = from < 0 ? -1 : end(text, from);
        for (int at = from; at >= 0 && at < to && found.size() < MOST; ) {
            at = text.indexOf("<!ENTITY", at);
            if (at < 0 || at >= to) {
                break;
            }
            at += 8;
            declared(text, at, Math.min(to, at + LONGEST), found);
        }
        return found;
    }

    /** Just past the document type that begins at {@code from}, its inner part included; never past the first element. */
    static int end(String text, int from) {
        int element = element(text, from);
        int close = text.indexOf('>', from);
        int open = text.indexOf('[', from);
        if (open >= 0 && open < element && open < close) {
            int inner = text.lastIndexOf(']', element);
            close = inner < open ? -1 : text.indexOf('>', inner);
        }
        return close < 0 || close > element ? element : close + 1;
    }

    private static int element(String text, int from) {
        for (int at = text.indexOf('<', from); at >= 0 && at + 1 < text.length(); at = text.indexOf('<', at + 1)) {
            if (Character.isLetter(text.charAt(at + 1))) {
                return at;
            }
        }
        return text.length();
    }

    private static int start(String text) {
        int upper = text.indexOf("<!DOCTYPE");
        return upper >= 0 ? upper : text.indexOf("<!doctype");
    }

    private static void declared(String text, int from, int limit, Map<String, String> found) {
        int name = blanks(text, from, limit);
        int after = name;
        while (after < limit && Character.isLetterOrDigit(text.charAt(after))) {
            after++;
        }
        int open = blanks(text, after, limit);
        if (after == name || open == after || open >= limit || "\"'".indexOf(text.charAt(open)) < 0) {
            return;
        }
        int close = text.indexOf(text.charAt(open), open + 1);
        if (close > 0 && close < limit && plain(text.substring(open + 1, close))) {
            found.putIfAbsent(text.substring(name, after), text.substring(open + 1, close));
        }
    }

    private static boolean plain(String value) {
        int amp = value.indexOf('&');
        return value.indexOf('<') < 0
                && (amp < 0 || (amp == 0 && value.startsWith("&#") && value.indexOf(';') == value.length() - 1));
    }

    private static int blanks(String text, int from, int limit) {
        int at = from;
        while (at < limit && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
