package org.tollwatch.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.tollwatch.stream.Reason;

/** Strict UTF-8: a wrong byte is told, never replaced, because a replaced byte moves every quote behind it. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes) throws Flaw {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new Flaw(
                    Reason.NOT_UTF8,
                    "not UTF-8: byte 0x%02X at offset %d; save the file as UTF-8"
                            .formatted(bytes[in.position()], in.position()));
        }
        return out.flip().toString();
    }
}
