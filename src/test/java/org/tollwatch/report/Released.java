package org.tollwatch.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.util.RandomData;

/**
 * What a released version wrote: its schemas, and records in Avro's container format with what each held, a line of JSON a
 * record.
 */
record Released(Path folder) {

    static final Path ROOT = Path.of("src/test/resources/released");

    private static final int RECORDS = 20;
    private static final long SEED = 20_200_927;

    /** All versions, by name. */
    static List<Released> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Released::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Schema> schemas() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .map(Released::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema parsed(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The container with records of the schema. */
    Path records(Schema schema) {
        return folder.resolve(schema.getName() + ".avro");
    }

    /** What each of them held. */
    List<String> held(Schema schema) throws IOException {
        return Files.readAllLines(folder.resolve(schema.getName() + ".jsonl"), StandardCharsets.UTF_8);
    }

    /** Keeps today's schemas as those of this version. */
    void write(List<Schema> today) throws IOException {
        Files.createDirectories(folder);
        for (Schema schema : today) {
            Files.writeString(
                    folder.resolve(schema.getName() + ".avsc"),
                    new ObjectMapper().readTree(schema.toString()).toPrettyString() + "\n",
                    StandardCharsets.UTF_8);
            try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
                writer.create(schema, records(schema).toFile());
                for (Object record : new RandomData(new GenericData(), schema, RECORDS, SEED)) {
                    writer.append(record);
                }
            }
            Files.write(folder.resolve(schema.getName() + ".jsonl"), read(schema), StandardCharsets.UTF_8);
        }
    }

    /** As read back: what was random there is a value now. */
    private List<String> read(Schema schema) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DataFileReader<Object> reader = new DataFileReader<>(
                records(schema).toFile(), new GenericDatumReader<>(schema, schema, new GenericData()))) {
            reader.forEach(record -> lines.add(record.toString()));
        }
        return lines;
    }
}
