package org.tollwatch.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Text that calls itself XML, made fit to be parsed: the document type is taken out, the harmless entities it declares are
 * put in, ampersands that begin no reference are escaped, and characters that XML forbids are left out. One pass; what an
 * entity stands for holds no entity, so none can grow.
 */
final class XmlRepair {

    private static final int LONGEST_NAME = 32;
    private static final int SHOWN = 5;
    private static final List<String> ITEMS = List.of("item", "entry");
    private static final String CDATA = "<![CDATA[";

    private final String text;
    private final StringBuilder out;
    private final Map<String, String> entities;
    private int at;
    private long room;
    private boolean commentsEnd = true;
    private boolean typeSeen;
    private int bare;
    private int forbidden;
    private int quotes;
    private int unclosed;
    private String open = "";
    private final Set<String> unknown = new LinkedHashSet<>();

    private XmlRepair(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + 64);
        this.entities = new HashMap<>(XmlEntities.safe(text));
        this.room = 100_000L + text.length();
    }

    /** The repaired text; what was repaired is added to {@code flaws}. */
    static String of(String text, List<String> flaws) {
        XmlRepair repair = new XmlRepair(text);
        String repaired = repair.repaired();
        repair.tell(flaws);
        return repaired;
    }

    private void tell(List<String> flaws) {
        if (bare > 0) {
            flaws.add("ampersands that are not escaped: " + bare);
        }
        if (!unknown.isEmpty()) {
            flaws.add("entities that are not known were left as they are: " + String.join(" ", unknown));
        }
        if (forbidden > 0) {
            flaws.add("characters that XML forbids, left out: " + forbidden);
        }
        if (unclosed > 0) {
            flaws.add("items without an end: " + unclosed);
        }
        if (quotes > 0) {
            flaws.add("attributes without a closing quote: " + quotes);
        }
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
            } else if (c == '<' && quoteStaysOpen()) {
                quotes++;
                copyWithoutQuotes();
            } else {
                if (c == '<') {
                    closeBefore();
                }
                copy(c);
                at++;
            }
        }
        return out.toString();
    }

    /** An item begins where another is open: that one ends here, or thousands would lie inside each other. */
    private void closeBefore() {
        boolean ends = text.startsWith("</", at);
        for (String name : ITEMS) {
            int after = at + name.length() + (ends ? 2 : 1);
            boolean is = text.regionMatches(true, after - name.length(), name, 0, name.length())
                    && after < text.length()
                    && (text.charAt(after) == '>' || Character.isWhitespace(text.charAt(after)));
            if (is && !ends && name.equals(open)) {
                out.append("</").append(name).append('>');
                unclosed++;
            }
            if (is) {
                open = ends ? "" : name;
            }
        }
    }

    private void copyTo(String end) {
        int to = text.indexOf(end, at);
        int until = to < 0 ? text.length() : to + end.length();
        for (; at < until; at++) {
            copy(text.charAt(at));
        }
    }

    private void copy(char c) {
        if (allowed(c)) {
            out.append(c);
        } else {
            forbidden++;
        }
    }

    /** Whether the tag that begins here has a quote open at its first {@code >} that closes only beyond the next tag. */
    private boolean quoteStaysOpen() {
        char quote = 0;
        boolean ended = false;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                return ended && quote != 0;
            }
            if (c == '>' && quote == 0) {
                return false;
            }
            ended |= c == '>';
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return false;
    }

    private void copyWithoutQuotes() {
        for (char c = text.charAt(at); c != '>'; c = text.charAt(++at)) {
            if (c != '"' && c != '\'') {
                copy(c);
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
            if (!closed) {
                bare++;
            } else if (unknown.size() < SHOWN) {
                unknown.add("&" + name + ";");
            }
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
