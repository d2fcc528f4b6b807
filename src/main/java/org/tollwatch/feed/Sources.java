package org.tollwatch.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.tollwatch.stream.Reason;

/** Opens files, plain or gzipped, and says in a person's words why one cannot be opened. */
final class Sources {

    /** The largest text file, in bytes; the same as the longest line. */
    private static final int LARGEST = BoundedLines.LONGEST;

    private static final byte[] GZIP = {(byte) 0x1F, (byte) 0x8B};

    private Sources() {}

    static InputStream open(Path path) throws Flaw {
        if (Files.isDirectory(path)) {
            throw unreadable("is a directory; name the files in it, as in " + path.resolve("*.jsonl"));
        }
        try {
            return unpacked(new BufferedInputStream(Files.newInputStream(path)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Told by the first two bytes, not by the name: files are renamed, and pipes have none. */
    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(GZIP.length);
        boolean packed = Arrays.equals(in.readNBytes(GZIP.length), GZIP);
        in.reset();
        return packed ? new GZIPInputStream(in) : in;
    }

    /**
     * Whether a file holds JSON, one object a line: by its name, and where that says nothing, by its first letter.
     *
     * @param others how the names of what else it may be end
     */
    static boolean isJsonLines(Path path, String... others) throws Flaw {
        String name = name(path).replaceFirst("\\.gz$", "");
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            return true;
        }
        if (Arrays.stream(others).anyMatch(name::endsWith)) {
            return false;
        }
        if (!Files.isRegularFile(path)) {
            return !Files.isDirectory(path); // a pipe can be read only once
        }
        try (InputStream in = open(path)) {
            String start = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
            return start.stripLeading().startsWith("{");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The whole of a text file, which is told from an empty one. */
    static byte[] readAll(Path path) throws Flaw {
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Flaw(Reason.TOO_LARGE, "is larger than " + LARGEST + " bytes (8 MiB); split it");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static Flaw unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return unreadable("there is no such file; check the path");
        }
        if (e instanceof AccessDeniedException) {
            return unreadable("may not be read by you; check its permissions");
        }
        return unreadable("cannot be read (" + e.getMessage() + ")"
                + (e instanceof CharacterCodingException ? "; save it as UTF-8" : "; check the file and its disk"));
    }

    static Flaw unreadable(String detail) {
        return new Flaw(Reason.UNREADABLE_FILE, detail);
    }

    /** The file's name without folders, in lower case, for telling kinds of file apart. */
    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
