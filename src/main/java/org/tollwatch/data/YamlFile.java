package org.tollwatch.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.tollwatch.data.Node.At;

/** Reads YAML into {@link Node}s. Stricter than YAML: a key may stand once, and one file is one document. */
public final class YamlFile {

    private YamlFile() {}

    /**
     * @param file its path or resource name, for messages
     * @param guide the page that shows what belongs in such a file
     * @throws DataFileException if the bytes are not UTF-8 or not such YAML
     */
    public static Node read(String file, byte[] bytes, String guide) {
        String text = StrictUtf8.withoutMark(StrictUtf8.decode(file, bytes, 1));
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            NodeBuilder yaml = new NodeBuilder(parser, 1);
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
