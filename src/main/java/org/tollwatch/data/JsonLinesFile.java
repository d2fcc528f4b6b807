package org.tollwatch.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tollwatch.data.Node.At;

/** Reads JSON, one object a line, into {@link Node}s; each line by itself, so that a bad one harms no other. */
public final class JsonLinesFile {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLinesFile() {}

    /** One line: what it says, or what is wrong with it. */
    public sealed interface Line {

        /** An object. */
        record Good(Node.Fields fields) implements Line {}

        /** A line that is none. */
        record Bad(DataFileException why) implements Line {}
    }

    /**
     * The lines that are not blank, in their order.
     *
     * @param file its path, for messages
     */
    public static List<Line> read(String file, byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (ByteBuffer line : split(bytes)) {
            number++;
            byte[] own = Arrays.copyOfRange(bytes, line.position(), line.limit());
            if (!new String(own, StandardCharsets.ISO_8859_1).isBlank()) {
                lines.add(line(file, number, own));
            }
        }
        return lines;
    }

    /**
     * One line by its number.
     *
     * @param number from 1
     * @throws DataFileException when there is no such line, or it holds no object
     */
    public static Node.Fields line(String file, byte[] bytes, int number) {
        List<ByteBuffer> lines = split(bytes);
        if (number < 1 || number > lines.size()) {
            throw new DataFileException(
                    file, 0, "", "has no line " + number + ", but " + lines.size() + ". Correct the number");
        }
        ByteBuffer line = lines.get(number - 1);
        Line read = line(file, number, Arrays.copyOfRange(bytes, line.position(), line.limit()));
        if (read instanceof Line.Bad bad) {
            throw bad.why();
        }
        return ((Line.Good) read).fields();
    }

    private static Line line(String file, int number, byte[] bytes) {
        try {
            return new Line.Good(object(file, number, StrictUtf8.withoutMark(StrictUtf8.decode(file, bytes, number))));
        } catch (DataFileException e) {
            return new Line.Bad(e);
        }
    }

    private static Node.Fields object(String file, int number, String text) {
        At at = new At(file, number, "");
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Node node = new NodeBuilder(parser, number).value(at);
            if (parser.nextToken() != null) {
                throw at.problem("more than one value stands on the line. Write one JSON object a line");
            }
            return node.fields();
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw at.problem(
                    "not JSON (" + e.getOriginalMessage() + " at column " + column + "). Write one JSON object a line");
        } catch (IOException e) {
            throw at.problem("cannot be read: " + e.getMessage());
        }
    }

    private static List<ByteBuffer> split(byte[] bytes) {
        List<ByteBuffer> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length ? i > start : bytes[i] == '\n') {
                lines.add(ByteBuffer.wrap(bytes, start, i - start));
                start = i + 1;
            }
        }
        return lines;
    }
}
