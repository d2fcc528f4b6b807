package org.tollwatch.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a data directory for one process. The operating system lets go of it when the process dies, however it dies. */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "tollwatch.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws LocalClusterException when the directory cannot be made or written, or another process holds it */
    static DirectoryLock take(Path directory) {
        FileChannel channel;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(
                    directory.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new LocalClusterException(
                    "Cannot write to the directory " + directory + " (" + reason(e)
                            + "). Choose another directory, or make this one writable for the user who runs Tollwatch.",
                    e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory, owner(channel), null);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DirectoryLock(channel);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw inUse(directory, Long.toString(ProcessHandle.current().pid()), e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new LocalClusterException(
                    "Cannot lock the directory " + directory + " (" + reason(e)
                            + "). Free some space, or choose a directory on a local disk.",
                    e);
        } catch (LocalClusterException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    /** Lets go. The file stays: removing it could take the lock from under a process that opened it meanwhile. */
    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static DirectoryInUseException inUse(Path directory, String owner, Throwable cause) {
        return new DirectoryInUseException(
                "The directory " + directory + " is in use by another Tollwatch"
                        + (owner.isEmpty() ? "" : " (process " + owner + ")")
                        + ". Wait for it to end or stop it, or choose another directory.",
                cause);
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII).trim();
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Nothing is written through this channel any more, and the lock ends with the process in any case.
        }
    }
}
