package org.tollwatch.web;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.parser.Parser;

/**
 * Text that calls itself XML, made fit to be parsed: the document type is taken out, the harmless entities it declares are
 * put in, ampersands that begin no reference are escaped, and characters that XML forbids are left out. One pass; what an
 * entity stands for holds no entity, so none can grow.
 */
final class XmlRepair {

    private static final int LONGEST_NAME = 32;
    private static final String CDATA = "<![CDATA[";

    private final String text;
    private final StringBuilder out;
    private final Map<String, String> entities;
    private int at;
    private long room;
    private boolean commentsEnd = true;
    private boolean typeSeen;

    private XmlRepair(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + 64);
        this.entities = new HashMap<>(XmlEntities.safe(text));
        this.room = 100_000L + text.length();
    }

    static String of(String text) {
        return new XmlRepair(text).repaired();
    }

    private String repaired() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '&') {
                reference();
            } else if (c == '<' && text.startsWith(CDATA, at)) {
                copyTo("]]>");
            } else if (c == '<' && text.startsWith("<!--", at)) {
                skipComment();
            } else if (c == '<' && !typeSeen && text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                typeSeen = true;
                at = XmlEntities.end(text, at);
            } else {
                if (allowed(c)) {
                    out.append(c);
                }
                at++;
            }
        }
        return out.toString();
    }

    private void copyTo(String end) {
        int to = text.indexOf(end, at);
        int until = to < 0 ? text.length() : to + end.length();
        for (; at < until; at++) {
            if (allowed(text.charAt(at))) {
                out.append(text.charAt(at));
            }
        }
    }

    /** A comment that is never closed hides nothing; its end is looked for once, or many of them would take square time. */
    private void skipComment() {
        int to = commentsEnd ? text.indexOf("-->", at + 4) : -1;
        commentsEnd = to >= 0;
        at = to < 0 ? at + 4 : to + 3;
    }

    private void reference() {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_NAME && named(text.charAt(end))) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == ';' && end > at + 1;
        String name = closed ? text.substring(at + 1, end) : "";
        String value = entities.get(name);
        if (closed && value != null && room >= value.length()) {
            out.append(value);
            room -= value.length();
            at = end + 1;
        } else if (closed && known(name)) {
            out.append(text, at, end + 1);
            at = end + 1;
        } else {
            out.append("&amp;");
            at++;
        }
    }

    private static boolean known(String name) {
        if (name.charAt(0) != '#') {
            return name.equalsIgnoreCase("amp")
                    || Parser.unescapeEntities("&" + name + ";", false).charAt(0) != '&';
        }
        return name.length() > 1 && Character.digit(name.charAt(name.length() - 1), 16) >= 0;
    }

    private static boolean named(char c) {
        return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean allowed(char c) {
        return c >= ' ' ? c != 0xfffe && c != 0xffff : c == '\n' || c == '\t' || c == '\r';
    }
}
