package org.tollwatch.gather;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page of an answer as it was kept in an archive. */
record HttpMessage(byte[] body, Optional<String> type) {

    /** Empty for what is no page that was found, or cannot be unpacked within the bounds. */
    static Optional<HttpMessage> read(byte[] message, int largest) {
        int end = headEnd(message);
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = new String(message, 0, end, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        Map<String, String> headers = headers(lines);
        String type = headers.getOrDefault("content-type", "text/html");
        boolean found = lines[0].matches("HTTP/\\S+ 200\\b.*");
        if (!found || !type.toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml).*")) {
            return Optional.empty();
        }
        byte[] body = java.util.Arrays.copyOfRange(message, end, message.length);
        try {
            // Many archives keep the headers and unpack the body.
            boolean chunked = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
            byte[] joined = chunked ? unchunked(body) : body;
            byte[] plain = Unpacked.of(joined, Optional.ofNullable(headers.get("content-encoding")), largest);
            return Optional.of(new HttpMessage(plain, Optional.of(type)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int headEnd(byte[] message) {
        for (int i = 0; i + 1 < message.length; i++) {
            if (message[i] == '\n' && message[i + 1] == '\n') {
                return i + 2;
            }
            if (i + 3 < message.length && message[i] == '\r' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** As it is when it is not in chunks after all. */
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int line = at;
            while (line < body.length && body[line] != '\n') {
                line++;
            }
            String size = new String(body, at, line - at, StandardCharsets.ISO_8859_1).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                return at == 0 ? body : out.toByteArray();
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                break;
            }
            int from = Math.min(line + 1, body.length);
            out.write(body, from, Math.min(length, body.length - from));
            at = from + length + 2;
        }
        return out.toByteArray();
    }
}
