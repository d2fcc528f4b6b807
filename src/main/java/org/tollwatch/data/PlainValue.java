package org.tollwatch.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tollwatch.data.PlainYaml.NotPlain;

/** Reads what stands on one line of a {@link PlainYaml}: a key, and a value that is plain, quoted without escapes, or in brackets. */
final class PlainValue {

    /** What stands for no value at all; left to the reader of all YAML. */
    private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

    /** What means something at the head of a value. */
    private static final String INDICATORS = "?:,[]{}#&*!|>'\"%@`";

    private static final int DEEPEST = 8;

    private final String text;
    private final String file;
    private int end;
    private int number;
    private int at;

    /** @param number of the line, from 1 */
    PlainValue(String text, int start, int end, String file, int number) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.file = file;
        this.number = number;
    }

    /** Where the line ends; of a value in brackets, the line on which it ends. */
    int end() {
        return end;
    }

    /** The number of that line. */
    int number() {
        return number;
    }

    /** Whether a key stands here. */
    boolean keyed() {
        return colon() > at;
    }

    /** The key that stands here, and the colon behind it. */
    String key() throws NotPlain {
        int colon = colon();
        String key = colon > at ? text.substring(at, colon) : "-";
        if (key.charAt(0) == '-' || key.endsWith(" ") || NOTHING.contains(key)) {
            throw new NotPlain();
        }
        at = colon + 1;
        return key;
    }

    /** Where the colon of the key stands that stands here; here where none does. */
    private int colon() {
        int colon = at;
        while (colon < end && ofKey(text.charAt(colon))) {
            colon++;
        }
        boolean ends = colon < end && text.charAt(colon) == ':';
        return ends && (colon + 1 == end || text.charAt(colon + 1) == ' ') ? colon : at;
    }

    private static boolean ofKey(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == ' ';
    }

    /** Whether nothing more stands on the line but a comment. */
    boolean ended() {
        int from = at;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        if (at > from && at < end && text.charAt(at) == '#') {
            at = end;
        }
        return at == end;
    }

    /** The same in brackets, which go on over lines. */
    private void skip() throws NotPlain {
        while (ended()) {
            int next = end + 1;
            if (next >= text.length() || text.charAt(next) != ' ') {
                throw new NotPlain();
            }
            int stop = text.indexOf('\n', next);
            end = stop < 0 ? text.length() : stop;
            at = next;
            number++;
        }
    }

    /** The value that the rest of the line is. */
    Node whole(Node.At where) throws NotPlain {
        Node value = value(where, 0);
        if (!ended()) {
            throw new NotPlain();
        }
        return value;
    }

    /** @param depth brackets around it */
    private Node value(Node.At where, int depth) throws NotPlain {
        if (ended() || depth > DEEPEST) {
            throw new NotPlain();
        }
        return switch (text.charAt(at)) {
            case '[' -> list(where, depth + 1);
            case '{' -> fields(where, depth + 1);
            case '"', '\'' -> new Node.Text(where, quoted(text.charAt(at)));
            default -> new Node.Text(where, plain(depth > 0));
        };
    }

    private Node list(Node.At where, int depth) throws NotPlain {
        List<Node> items = new ArrayList<>();
        for (boolean more = opens(']'); more; more = goesOn(']')) {
            skip();
            items.add(value(new Node.At(file, number, where.field()), depth));
        }
        return new Node.Listing(where, items);
    }

    private Node fields(Node.At where, int depth) throws NotPlain {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (boolean more = opens('}'); more; more = goesOn('}')) {
            skip();
            String key = key();
            if (fields.put(key, value(where.under(key, number), depth)) != null) {
                throw new NotPlain();
            }
        }
        return new Node.Fields(where, fields);
    }

    /** Past a bracket; whether anything stands in it. */
    private boolean opens(char close) throws NotPlain {
        at++;
        skip();
        boolean empty = text.charAt(at) == close;
        at += empty ? 1 : 0;
        return !empty;
    }

    /** Past a comma or the bracket that closes; whether it was a comma. */
    private boolean goesOn(char close) throws NotPlain {
        skip();
        if (text.charAt(at) != ',' && text.charAt(at) != close) {
            throw new NotPlain();
        }
        return text.charAt(at++) == ',';
    }

    private String quoted(char quote) throws NotPlain {
        StringBuilder value = new StringBuilder();
        for (at++; at < end && text.charAt(at) != quote; at++) {
            boolean escaped = text.charAt(at) == '\\';
            at += escaped ? 1 : 0;
            if (escaped && (quote == '\'' || at == end || text.charAt(at) != '"' && text.charAt(at) != '\\')) {
                throw new NotPlain();
            }
            value.append(text.charAt(at));
        }
        boolean doubled = quote == '\'' && at + 1 < end && text.charAt(at + 1) == quote;
        if (at == end || doubled) {
            throw new NotPlain();
        }
        at++;
        return value.toString();
    }

    private String plain(boolean bracketed) throws NotPlain {
        int from = at;
        boolean dash = text.charAt(at) == '-' && (at + 1 == end || text.charAt(at + 1) == ' ');
        if (dash || INDICATORS.indexOf(text.charAt(at)) >= 0) {
            throw new NotPlain();
        }
        while (at < end && !(bracketed && ",[]{}".indexOf(text.charAt(at)) >= 0)) {
            char before = text.charAt(at - 1);
            if (text.charAt(at) == '#' && before == ' ') {
                at--; // a comment
                break;
            }
            char c = text.charAt(at++);
            if (c == ' ' && before == ':' || c == '?' && bracketed) {
                throw new NotPlain(); // a field within a value, or the key of one
            }
        }
        int last = at;
        while (text.charAt(last - 1) == ' ') {
            last--;
        }
        String value = text.substring(from, last);
        if (value.endsWith(":") || NOTHING.contains(value)) {
            throw new NotPlain();
        }
        return value;
    }
}
