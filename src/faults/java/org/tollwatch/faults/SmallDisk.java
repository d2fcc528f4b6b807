package org.tollwatch.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few hundred megabytes in memory, mounted on a directory: only root can make it. */
final class SmallDisk implements AutoCloseable {

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    static SmallDisk mount(Path directory, int megabytes) throws Exception {
        Files.createDirectories(directory);
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
        return new SmallDisk(directory);
    }

    /** Those that a run left behind which was killed. */
    static void unmountAll(Path under) throws Exception {
        for (String mount : Files.readAllLines(Path.of("/proc/mounts"))) {
            String at = mount.split(" ")[1];
            if (at.startsWith(under + "/")) {
                run("umount", "--lazy", at);
            }
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(
                    List.of(command) + ": " + said + " (a small disk can only be made by root)");
        }
    }

    /** To the last byte. */
    void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(directory.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.delete(directory.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", directory.toString());
    }
}
