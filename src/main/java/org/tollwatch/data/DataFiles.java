package org.tollwatch.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The bytes of data files: a user's own, and those that come with Tollwatch. */
public final class DataFiles {

    private DataFiles() {}

    /** @throws DataFileException if there is no such file, or it cannot be read */
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DataFileException(file.toString(), 0, "", "there is no such file. Check the path");
        } catch (IOException e) {
            throw new DataFileException(
                    file.toString(), 0, "", "cannot be read (" + e + "). Check that it is a readable file");
        }
    }

    /**
     * The same, unpacked where it is packed with gzip, which its first bytes tell.
     *
     * @throws DataFileException if there is no such file, or it cannot be read
     */
    public static byte[] unpacked(Path file) {
        byte[] bytes = read(file);
        if (bytes.length < 2 || bytes[0] != (byte) 0x1F || bytes[1] != (byte) 0x8B) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DataFileException(
                    file.toString(), 0, "", "cannot be unpacked (" + e.getMessage() + "). Fetch or pack it again");
        }
    }

    /**
     * The words of a text file, packed or not.
     *
     * @throws DataFileException if there is no such file, or it is not UTF-8
     */
    public static String text(Path file) {
        return StrictUtf8.decode(file.toString(), unpacked(file), 1);
    }

    /** Whether a word from the command line is the path of something that is there. */
    public static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The names that the INDEX of a folder of this build lists, as a folder inside a jar cannot be listed. */
    public static List<String> bundled(String folder) {
        return new String(bundled(folder, "INDEX"), StandardCharsets.UTF_8)
                .lines()
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** @throws DataFileException if it is not part of this build */
    public static byte[] bundled(String folder, String name) {
        try (InputStream in = DataFiles.class.getResourceAsStream("/" + folder + "/" + name)) {
            if (in == null) {
                throw new DataFileException(name, 0, "", "is not part of this build. Build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DataFileException(name, 0, "", "cannot be read from this build (" + e + "). Build it again");
        }
    }
}
