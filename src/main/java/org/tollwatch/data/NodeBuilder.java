package org.tollwatch.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tollwatch.data.Node.At;

/** Builds {@link Node}s from what a parser meets. A key may stand once. */
final class NodeBuilder {

    private final JsonParser parser;
    private final int firstLine;

    /** @param firstLine the line of the file at which the parser began, from 1 */
    NodeBuilder(JsonParser parser, int firstLine) {
        this.parser = parser;
        this.firstLine = firstLine;
    }

    /** The value at the parser's current token. */
    Node value(At at) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw at.problem("anchors and aliases (&, *) are not read. Quote it, or write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(at);
            case START_ARRAY -> items(at);
            case VALUE_NULL -> new Node.Text(at, "");
            default -> new Node.Text(at, parser.getText());
        };
    }

    /** Where the parser stands in the file. */
    int line() {
        return firstLine - 1 + parser.currentTokenLocation().getLineNr();
    }

    private Node fields(At at) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            At here = at.under(key, line());
            if (fields.containsKey(key)) {
                throw here.problem("stands twice, first on line "
                        + fields.get(key).at().line() + ". Remove one, or give it another id");
            }
            parser.nextToken();
            fields.put(key, value(here));
        }
        return new Node.Fields(at, fields);
    }

    private Node items(At at) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(new At(at.file(), line(), at.field())));
        }
        return new Node.Listing(at, items);
    }
}
