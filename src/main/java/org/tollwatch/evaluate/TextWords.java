package org.tollwatch.evaluate;

import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Finds in a text the words that a line of a set points at. Offsets are code points, the end exclusive. */
final class TextWords {

    private final String text;
    private final int length;

    TextWords(String text) {
        this.text = text;
        length = text.codePointCount(0, text.length());
    }

    /** By start and end, checked against the quote; by the quote alone where it stands once; else the whole text. */
    Words words(Fields line) {
        String quote = line.get("quote").filter(ClaimLine::told).map(Node::text).orElse("");
        if (line.get("start").filter(ClaimLine::told).isPresent()) {
            return between(line, quote);
        }
        return quote.isEmpty() ? new Words(0, length, "") : only(line.required("quote", ""), quote);
    }

    private Words between(Fields line, String quote) {
        Node from = line.required("start", "");
        int start = offset(from);
        int end = offset(line.required("end", "\"end\": 40, the code point after the last"));
        if (end <= start) {
            throw from.at().problem("the words end before they begin. Correct start or end");
        }
        String words = text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
        if (!quote.isEmpty() && !words.strip().equals(quote)) {
            throw line.required("quote", "")
                    .at()
                    .problem("at " + start + " to " + end + " stands '" + words
                            + "', not this. Correct start and end (code points, end exclusive), or leave both out");
        }
        return new Words(start, end, words);
    }

    private Words only(Node node, String quote) {
        int at = text.indexOf(quote);
        if (at < 0) {
            throw node.at().problem("these words do not stand in the text. Copy them from there");
        }
        if (text.indexOf(quote, at + 1) >= 0) {
            throw node.at().problem("these words stand more than once in the text. Give start and end");
        }
        int start = text.codePointCount(0, at);
        return new Words(start, start + quote.codePointCount(0, quote.length()), quote);
    }

    private int offset(Node node) {
        String value = node.text();
        int offset = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
        if (offset < 0 || offset > length) {
            throw node.at()
                    .problem("'" + value + "' is no place in the text, which has " + length
                            + " code points. Correct it");
        }
        return offset;
    }
}
