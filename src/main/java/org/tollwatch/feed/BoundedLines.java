package org.tollwatch.feed;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream of bytes, in memory that does not grow with a line beyond {@link #LONGEST}. */
final class BoundedLines implements Closeable {

    /** The longest line that is read, in bytes: 8 MiB, several times the longest article. */
    static final int LONGEST = 8 << 20;

    /** How much is kept of a line that is longer. */
    static final int KEPT = 64 << 10;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[64 << 10];
    private int at;
    private int filled;
    private long number;

    BoundedLines(InputStream in) {
        this.in = in;
    }

    /** The next line, or nothing at the end. */
    Optional<Line> next() throws IOException {
        if (at == filled && !fill()) {
            return Optional.empty();
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
        long length = 0;
        boolean ended = false;
        while (!ended && (at < filled || fill())) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            ended = end < filled;
            length += end - at;
            kept = keep(kept, at, end - at, length);
            at = ended ? end + 1 : end;
        }
        number++;
        byte[] bytes = kept.toByteArray();
        return Optional.of(
                number == 1 && startsWithMark(bytes)
                        ? new Line(1, Arrays.copyOfRange(bytes, 3, bytes.length), length - 3)
                        : new Line(number, bytes, length));
    }

    private ByteArrayOutputStream keep(ByteArrayOutputStream kept, int from, int count, long length) {
        if (length <= LONGEST) {
            kept.write(buffer, from, count);
            return kept;
        }
        if (kept.size() <= KEPT) {
            return kept;
        }
        ByteArrayOutputStream beginning = new ByteArrayOutputStream(KEPT);
        beginning.write(kept.toByteArray(), 0, KEPT);
        return beginning;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
