package org.tollwatch.gather;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The records of a WARC or WET file (ISO 28500), packed with gzip or not, in bounded memory. */
final class WarcFile implements Closeable {

    /** The largest body that is read, in bytes. */
    static final int LARGEST = 8 << 20;

    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 200;

    private final InputStream in;

    private WarcFile(InputStream in) {
        this.in = in;
    }

    static WarcFile open(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        // Each record is packed by itself; Java goes on from one to the next.
        return new WarcFile(new BufferedInputStream(packed ? new GZIPInputStream(raw, 64 << 10) : raw));
    }

    /**
     * The next record, or nothing at the end.
     *
     * @throws IOException when the file is not as it should be; nothing behind that can be read
     */
    Optional<WarcRecord> next() throws IOException {
        Optional<String> first = line();
        while (first.isPresent() && first.get().isEmpty()) {
            first = line();
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (!first.get().startsWith("WARC/")) {
            throw new IOException("a record begins with '" + Cut.to(30, first.get()) + "', not with WARC/");
        }
        Map<String, String> headers = headers(line().orElseThrow(EOFException::new));
        long length = length(headers);
        if (length > LARGEST) {
            in.skipNBytes(length);
            return Optional.of(new WarcRecord(headers, new byte[0], length));
        }
        byte[] body = in.readNBytes((int) length);
        if (body.length < length) {
            throw new EOFException("the file ends inside a record");
        }
        return Optional.of(new WarcRecord(headers, body, length));
    }

    private static long length(Map<String, String> headers) throws IOException {
        String text = headers.getOrDefault("content-length", "");
        if (!text.matches("\\d{1,15}")) {
            throw new IOException("a record does not say how long it is");
        }
        return Long.parseLong(text);
    }

    private Map<String, String> headers(String first) throws IOException {
        Map<String, String> headers = new HashMap<>();
        String line = first;
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            if (headers.size() > MOST_HEADERS) {
                throw new IOException("a record has more than " + MOST_HEADERS + " headers");
            }
            line = line().orElseThrow(() -> new EOFException("the file ends inside a record"));
        }
        return headers;
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a header is longer than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
