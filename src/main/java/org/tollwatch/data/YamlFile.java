package org.tollwatch.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tollwatch.data.Node.At;

/** Reads YAML into {@link Node}s. Stricter than YAML: a key may stand once, and one file is one document. */
public final class YamlFile {

    private final String file;
    private final YAMLParser parser;

    private YamlFile(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * @param file its path or resource name, for messages
     * @param guide the page that shows what belongs in such a file
     * @throws DataFileException if the bytes are not UTF-8 or not such YAML
     */
    public static Node read(String file, byte[] bytes, String guide) {
        try (YAMLParser parser = new YAMLFactory().createParser(decode(file, bytes))) {
            YamlFile yaml = new YamlFile(file, parser);
            if (parser.nextToken() == null) {
                throw new DataFileException(file, 0, "", "the file is empty. See " + guide + " for its shape");
            }
            Node root = yaml.value(new At(file, yaml.line(), ""));
            if (parser.nextToken() != null) {
                throw new At(file, yaml.line(), "")
                        .problem("a second document starts here. Put it in a file of its own");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new DataFileException(file, line, "", "not YAML that can be read: " + firstLines(e));
        } catch (IOException e) {
            throw new DataFileException(file, 0, "", "cannot be read: " + e.getMessage());
        }
    }

    private Node value(At at) throws IOException {
        if (parser.isCurrentAlias()) {
            throw at.problem("anchors and aliases (&, *) are not read. Quote it, or write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(at);
            case START_ARRAY -> items(at);
            case VALUE_NULL -> new Node.Text(at, "");
            default -> new Node.Text(at, parser.getText());
        };
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
            items.add(value(new At(file, line(), at.field())));
        }
        return new Node.Listing(at, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String decode(String file, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            // The buffer stands where the decoder stopped.
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new DataFileException(file, line, "", "is not UTF-8 here. Save it as UTF-8");
        }
    }

    /** The parser's complaint without its drawing of the place. */
    private static String firstLines(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("in ") && !l.startsWith("at ") && !l.startsWith("^"))
                .limit(2)
                .reduce((a, b) -> a + ", " + b)
                .orElse("bad syntax");
    }
}
