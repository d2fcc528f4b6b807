package org.tollwatch.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the first bytes tell of a charset: a byte order mark, or how a {@code <} lies in UTF-16 and UTF-32. */
record ByteMarks(Charset charset, int length) {

    static Optional<ByteMarks> of(byte[] body) {
        if (starts(body, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new ByteMarks(StandardCharsets.UTF_8, 3));
        }
        if (starts(body, 0, 0, 0xfe, 0xff)) {
            return Optional.of(new ByteMarks(Charset.forName("UTF-32BE"), 4));
        }
        if (starts(body, 0xff, 0xfe, 0, 0)) {
            return Optional.of(new ByteMarks(Charset.forName("UTF-32LE"), 4));
        }
        if (starts(body, 0xfe, 0xff)) {
            return Optional.of(new ByteMarks(StandardCharsets.UTF_16BE, 2));
        }
        if (starts(body, 0xff, 0xfe)) {
            return Optional.of(new ByteMarks(StandardCharsets.UTF_16LE, 2));
        }
        return unmarked(body);
    }

    private static Optional<ByteMarks> unmarked(byte[] body) {
        if (starts(body, 0, 0, 0, '<')) {
            return Optional.of(new ByteMarks(Charset.forName("UTF-32BE"), 0));
        }
        if (starts(body, '<', 0, 0, 0)) {
            return Optional.of(new ByteMarks(Charset.forName("UTF-32LE"), 0));
        }
        if (starts(body, 0, '<', 0)) {
            return Optional.of(new ByteMarks(StandardCharsets.UTF_16BE, 0));
        }
        if (body.length > 3 && body[0] == '<' && body[1] == 0 && body[2] != 0 && body[3] == 0) {
            return Optional.of(new ByteMarks(StandardCharsets.UTF_16LE, 0));
        }
        if (starts(body, 0x4c, 0x6f, 0xa7, 0x94) && Charset.isSupported("IBM037")) {
            return Optional.of(new ByteMarks(Charset.forName("IBM037"), 0));
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] body, int... marks) {
        if (body.length < marks.length) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if ((body[i] & 0xff) != marks[i]) {
                return false;
            }
        }
        return true;
    }
}
