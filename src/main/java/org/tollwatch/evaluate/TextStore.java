package org.tollwatch.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tollwatch.data.DataFiles;
import org.tollwatch.data.JsonLinesFile;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** The texts that articles name. A file that many of them take a record from is read once. */
final class TextStore {

    private final Map<Path, byte[]> files = new HashMap<>();

    /** The text that stands in the line, in a file beside it, or in a record of a file elsewhere. */
    String text(Fields line, Path folder) {
        if (line.get("from").isPresent()) {
            return elsewhere(line, folder);
        }
        if (line.get("text").isPresent()) {
            return ((Node.Text) single(line.required("text", ""))).value();
        }
        Node file = line.required("file", "\"file\": \"101.txt\", a text beside this; or put the words into 'text'");
        Path path = folder.resolve(file.text());
        if (!Files.isRegularFile(path)) {
            throw file.at().problem("there is no file " + path + ". Check the name");
        }
        return DataFiles.text(path);
    }

    private String elsewhere(Fields line, Path folder) {
        Node from = line.required("from", "");
        Path path = above(folder, from.text());
        if (path == null) {
            throw new AbsentException(from.text());
        }
        if (line.get("record").isEmpty()) {
            return DataFiles.text(path);
        }
        byte[] bytes = files.computeIfAbsent(path, DataFiles::unpacked);
        Fields record = JsonLinesFile.line(path.toString(), bytes, number(line.required("record", "")) + 1);
        String field = line.get("field").map(Node::text).orElse("text");
        return ((Node.Text) single(record.required(field, "or name another in 'field'"))).value();
    }

    /** Relative to the folder of the set, or to any folder above it: so a set may be moved within its project. */
    private static Path above(Path folder, String name) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve(name).normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private static Node single(Node node) {
        node.text();
        return node;
    }

    private static int number(Node node) {
        String value = node.text();
        if (!value.matches("[0-9]{1,8}")) {
            throw node.at().problem("'" + value + "' is no record. Write how many lines stand before it");
        }
        return Integer.parseInt(value);
    }
}
