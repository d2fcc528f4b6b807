package org.tollwatch.feed;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The rows of a CSV file as bytes: a line, or several where a quoted field holds line ends. A quote that is never closed
 * ends after {@link #MOST} lines, so that it harms those and no others.
 */
final class QuotedLines implements Closeable {

    /** The most lines of one row; a headline or a comment has a few. */
    static final int MOST = 1_000;

    private final BoundedLines lines;

    QuotedLines(BoundedLines lines) {
        this.lines = lines;
    }

    /** The next row under the number of its first line, or nothing at the end. */
    Optional<Line> next() throws IOException {
        Optional<Line> first = lines.next();
        if (first.isEmpty() || first.get().tooLong() || !opens(first.get().bytes())) {
            return first;
        }
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.writeBytes(first.get().bytes());
        long length = first.get().length();
        boolean open = true;
        for (int more = 1; open && more < MOST && length <= BoundedLines.LONGEST; more++) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            open = !opens(line.get().bytes());
            length += 1 + line.get().length();
            if (length <= BoundedLines.LONGEST) {
                row.write('\n');
                row.writeBytes(line.get().bytes());
            }
        }
        return Optional.of(new Line(first.get().number(), row.toByteArray(), length));
    }

    /** A quote inside of a quoted field is written twice, so that an odd number of them leaves one open. */
    private static boolean opens(byte[] bytes) {
        boolean open = false;
        for (byte b : bytes) {
            open ^= b == '"';
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
