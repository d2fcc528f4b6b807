package org.tollwatch.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without replacements: a replaced byte would move whatever is pointed at behind it. */
final class StrictUtf8 {

    private StrictUtf8() {}

    /**
     * The text, with its byte order mark if it has one: offsets count it.
     *
     * @param firstLine the line of the file at which the bytes begin, from 1
     * @throws DataFileException naming the line of the first byte that is not UTF-8
     */
    static String decode(String file, byte[] bytes, int firstLine) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            // The buffer stands where the decoder stopped.
            int line = firstLine;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new DataFileException(file, line, "", "is not UTF-8 here. Save it as UTF-8");
        }
    }

    /** What a parser wants. */
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
