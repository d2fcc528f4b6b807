package org.tollwatch.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.tollwatch.local.SchemaBook.Entry;

/** The registry's decisions over its book. One change at a time; readers see a whole book. */
final class SchemaStore {

    private final SchemaFile file;
    private volatile SchemaBook book;

    /** @throws LocalClusterException when the file cannot be read */
    SchemaStore(SchemaFile file) {
        this.file = file;
        this.book = file.read();
    }

    SchemaBook book() {
        return book;
    }

    /** The schema's id; a new one when the subject does not have it yet. */
    synchronized int register(String subject, String text) {
        Schema schema = parse(text);
        String canonical = schema.toString();
        Optional<Entry> known = book.entry(subject, canonical);
        if (known.isPresent()) {
            return known.get().id();
        }
        objection(subject, schema, earlier(subject)).ifPresent(why -> {
            throw RegistryError.incompatible(subject, why);
        });
        replace(book.with(subject, canonical));
        return book.entry(subject, canonical).orElseThrow().id();
    }

    synchronized void setLevel(String subject, String level) {
        replace(book.withLevel(subject, Compatibility.of(level).orElseThrow(() -> RegistryError.invalidLevel(level))));
    }

    Entry lookUp(String subject, String text) {
        versions(subject);
        return book.entry(subject, parse(text).toString()).orElseThrow(() -> RegistryError.noSchema("in the subject"));
    }

    List<Entry> versions(String subject) {
        List<Entry> entries = book.entries(subject);
        if (entries.isEmpty()) {
            throw RegistryError.noSubject(subject);
        }
        return entries;
    }

    /** @param version a number from 1, or "latest" or "-1" */
    Entry version(String subject, String version) {
        List<Entry> entries = versions(subject);
        if (version.equals("latest") || version.equals("-1")) {
            return entries.get(entries.size() - 1);
        }
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw RegistryError.invalidVersion(version);
        }
        int number = Integer.parseInt(version);
        if (number > entries.size()) {
            throw RegistryError.noVersion(version);
        }
        return entries.get(number - 1);
    }

    String schema(int id) {
        return book.schema(id).orElseThrow(() -> RegistryError.noSchema(Integer.toString(id)));
    }

    /** Why the schema could not be registered after all the subject's versions; empty when it could. */
    Optional<String> objection(String subject, String text) {
        return objection(subject, parse(text), earlier(subject));
    }

    /** The same against one version alone. */
    Optional<String> objection(String subject, String text, String version) {
        return objection(
                subject, parse(text), List.of(parse(version(subject, version).schema())));
    }

    private Optional<String> objection(String subject, Schema schema, List<Schema> earlier) {
        return book.levelOf(subject).objection(schema, earlier);
    }

    private List<Schema> earlier(String subject) {
        return book.entries(subject).stream().map(e -> parse(e.schema())).toList();
    }

    private void replace(SchemaBook next) {
        try {
            file.write(next);
        } catch (IOException e) {
            throw RegistryError.notKept(e.getMessage());
        }
        book = next;
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
