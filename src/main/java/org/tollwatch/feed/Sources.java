package org.tollwatch.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.tollwatch.stream.Reason;

/** Opens files, plain or gzipped, and says in a person's words why one cannot be opened. */
final class Sources {

    /** The largest text file, in bytes; the same as the longest line. */
    private static final int LARGEST = BoundedLines.LONGEST;

    private Sources() {}

    static InputStream open(Path path) throws Flaw {
        if (Files.isDirectory(path)) {
            throw unreadable("is a directory; name the files in it, as in " + path.resolve("*.jsonl"));
        }
        try {
            InputStream in = Files.newInputStream(path);
            return name(path).endsWith(".gz") ? new GZIPInputStream(in) : in;
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
