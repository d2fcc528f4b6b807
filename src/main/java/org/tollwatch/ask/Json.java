package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One line of JSON. */
public final class Json {

    /** Writes an object's fields. */
    @FunctionalInterface
    public interface Fields {
        void write(JsonGenerator to) throws IOException;
    }

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The object, without a line end. */
    public static String line(Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator to = FACTORY.createGenerator(line)) {
            object(to, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all letters", e);
        }
        return line.toString();
    }

    public static void object(JsonGenerator to, Fields fields) throws IOException {
        to.writeStartObject();
        fields.write(to);
        to.writeEndObject();
    }

    public static void field(JsonGenerator to, String name, Fields fields) throws IOException {
        to.writeFieldName(name);
        object(to, fields);
    }

    /** The text, or null. */
    public static void text(JsonGenerator to, String name, String value) throws IOException {
        to.writeFieldName(name);
        to.writeString(value);
    }

    /** The text, or nothing at all when there is none. */
    public static void textIfAny(JsonGenerator to, String name, String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            to.writeStringField(name, value);
        }
    }

    public static void texts(JsonGenerator to, String name, Iterable<String> values) throws IOException {
        to.writeArrayFieldStart(name);
        for (String value : values) {
            to.writeString(value);
        }
        to.writeEndArray();
    }
}
