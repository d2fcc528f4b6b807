package org.tollwatch.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.tollwatch.stream.Reason;

/** A file of JSON objects, one a line: each line by itself, so that a bad one harms no other. */
final class JsonLines<T> implements SourceReader<T> {

    /** What an object of the file means. */
    @FunctionalInterface
    interface Meaning<T> {
        /** @param origin file:line */
        T of(ObjectNode object, Path file, String origin) throws Flaw;
    }

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final Meaning<T> meaning;

    JsonLines(Meaning<T> meaning) {
        this.meaning = meaning;
    }

    @Override
    public void read(Path path, Consumer<Input<T>> sink) {
        try (InputStream in = Sources.open(path)) {
            read(in, path, path.toString(), sink);
        } catch (Flaw e) {
            sink.accept(rejected(e, path.toString(), new byte[0]));
        } catch (IOException e) {
            sink.accept(rejected(Sources.unreadable(e), path.toString(), new byte[0]));
        }
    }

    /**
     * @param path null for what was sent, and lies in no folder
     * @param name what it is called in messages
     */
    void read(InputStream in, Path path, String name, Consumer<Input<T>> sink) throws IOException {
        boolean any = false;
        try (BoundedLines lines = new BoundedLines(in)) {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().blank()) {
                    any = true;
                    sink.accept(read(line.get(), path, name + ":" + line.get().number()));
                }
            }
        }
        if (!any) {
            sink.accept(rejected(Sources.unreadable("is empty; nothing was read"), name, new byte[0]));
        }
    }

    /** All of it as one object, which may stand on several lines. */
    Input<T> one(byte[] bytes, String name) {
        return read(new Line(1, bytes, bytes.length), null, name);
    }

    private Input<T> read(Line line, Path path, String origin) {
        try {
            if (line.tooLong()) {
                throw new Flaw(
                        Reason.TOO_LARGE,
                        "the line has " + line.length() + " bytes, and at most " + BoundedLines.LONGEST
                                + " (8 MiB) are read; put a long text into a file of its own and name it in 'file'");
            }
            return new Input.Taken<>(meaning.of(object(line.bytes()), path, origin), origin, line.bytes());
        } catch (Flaw e) {
            return rejected(e, origin, line.bytes());
        }
    }

    private static ObjectNode object(byte[] bytes) throws Flaw {
        String text = Utf8.decode(bytes);
        try {
            JsonNode node = JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new Flaw(
                    Reason.WRONG_SHAPE,
                    "the line is JSON, but no object; write one object {...} a line, not "
                            + (node.isArray() ? "a list of them" : "a bare value"));
        } catch (JsonProcessingException e) {
            throw new Flaw(Reason.NOT_JSON, "not JSON (" + where(e) + "); write one JSON object a line");
        }
    }

    private static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String column = location == null ? "" : " at column " + location.getColumnNr();
        return Quoted.brief(e.getOriginalMessage(), 160) + column;
    }

    private static <T> Input<T> rejected(Flaw flaw, String origin, byte[] original) {
        return new Input.Rejected<>(flaw.at(origin), original);
    }
}
