package org.tollwatch.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The registry's file: always one whole book, the old or the new, whatever happens while it is written. */
final class SchemaFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path path;

    SchemaFile(Path path) {
        this.path = path;
    }

    /** @throws LocalClusterException when the file is there but cannot be read as a book */
    SchemaBook read() {
        if (!Files.exists(path)) {
            return SchemaBook.EMPTY;
        }
        try {
            return JSON.readValue(Files.readAllBytes(path), new TypeReference<>() {});
        } catch (IOException e) {
            throw new LocalClusterException(
                    "Cannot read the schema registry's file " + path + " (" + e.getMessage()
                            + "). Without it the records in the broker beside it cannot be read: restore the file, or"
                            + " begin with an empty directory.",
                    e);
        }
    }

    /** On disk when this returns: records with an id must never outlive the id. */
    void write(SchemaBook book) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        byte[] bytes = JSON.writeValueAsBytes(book);
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
