package org.tollwatch.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the YAML that data files are mostly written in, many times as fast as a reader of all YAML: blocks of fields and
 * lists, with values that each stand on one line. Of anything else, and so of every mistake, it says that it is not plain;
 * what it reads, a reader of all YAML reads the same.
 */
final class PlainYaml {

    /** Thrown where the text is not plain; carries nothing. */
    static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    /** Longer texts are left to the other reader, which has a limit of its own. */
    private static final int LONGEST = 2_000_000;

    private final String file;
    private final String text;

    /** The line that is read: where it begins behind its indent, and ends. */
    private int start;

    private int end = -1;
    private int indent;
    private int number;

    private PlainYaml(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The text's root; empty where it is not plain. */
    static Optional<Node> read(String file, String text) {
        if (text.length() > LONGEST || !printable(text)) {
            return Optional.empty();
        }
        PlainYaml yaml = new PlainYaml(file, text);
        try {
            yaml.advance();
            Optional<Node> root =
                    yaml.more() ? Optional.of(yaml.block(new Node.At(file, yaml.number, ""), -1)) : Optional.empty();
            return yaml.more() ? Optional.empty() : root;
        } catch (NotPlain e) {
            return Optional.empty();
        }
    }

    private static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean odd = c < ' ' && c != '\n' || c >= 0x7F && c < 0xA0;
            if (odd || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE) {
                return false;
            }
        }
        return true;
    }

    private boolean more() {
        return start < text.length();
    }

    /** To the next line that is neither blank nor a comment. */
    private void advance() {
        do {
            int from = end + 1;
            int stop = text.indexOf('\n', Math.min(from, text.length()));
            end = stop < 0 ? text.length() : stop;
            start = Math.min(from, end);
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
            indent = start - from;
            number++;
        } while (end < text.length() && (start == end || text.charAt(start) == '#'));
        if (start < end && text.charAt(start) == '#') {
            start = end;
        }
    }

    /** Whether the line is an item of a list. */
    private boolean item() {
        return text.charAt(start) == '-' && start + 1 < end && text.charAt(start + 1) == ' ';
    }

    /** The fields of a block, each on a line of its own. */
    private Node fields(Node.At at, int column) throws NotPlain {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (more() && indent == column && !item()) {
            PlainValue line = new PlainValue(text, start, end, file, number);
            String key = line.key();
            Node.At here = at.under(key, number);
            Node value = rest(line, here, column);
            if (fields.put(key, value) != null) {
                throw new NotPlain();
            }
        }
        if (fields.isEmpty() || more() && indent > column) {
            throw new NotPlain();
        }
        return new Node.Fields(at, fields);
    }

    /** What stands behind a key, or below it. */
    private Node rest(PlainValue line, Node.At here, int column) throws NotPlain {
        if (line.ended()) {
            advance();
            return block(here, column);
        }
        return whole(line, here);
    }

    private Node whole(PlainValue line, Node.At here) throws NotPlain {
        Node value = line.whole(here);
        end = line.end();
        number = line.number();
        advance();
        return value;
    }

    /** What stands below a key that has no value beside it. */
    private Node block(Node.At at, int column) throws NotPlain {
        if (!more() || indent < column || indent == column && !item()) {
            return new Node.Text(at, "");
        }
        return item() ? items(at, indent) : fields(at, indent);
    }

    private Node items(Node.At at, int column) throws NotPlain {
        List<Node> items = new ArrayList<>();
        while (more() && indent == column && item()) {
            Node.At here = new Node.At(file, number, at.field());
            int dash = start++;
            while (start < end && text.charAt(start) == ' ') {
                start++;
            }
            PlainValue line = new PlainValue(text, start, end, file, number);
            indent += start - dash; // "- key: value": further fields stand below the first
            items.add(line.keyed() ? fields(here, indent) : whole(line, here));
        }
        if (more() && indent > column) {
            throw new NotPlain();
        }
        return new Node.Listing(at, items);
    }
}
