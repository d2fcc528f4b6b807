package org.tollwatch.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Reads what was sent rather than what lies in a file. Holds the ids it has seen: one reader for what was sent at once. */
public final class Sent<T> {

    private final JsonLines<T> lines;

    Sent(JsonLines<T> lines) {
        this.lines = lines;
    }

    /** @param name what it is called in messages, which tell the line */
    public void lines(byte[] bytes, String name, Consumer<Input<T>> sink) {
        try {
            lines.read(new ByteArrayInputStream(bytes), null, name, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /** One object, which may stand on several lines. */
    public Input<T> one(byte[] bytes, String name) {
        return lines.one(bytes, name);
    }
}
