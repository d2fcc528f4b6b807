package org.tollwatch.web;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes to text, as browsers and liberal readers do it: a byte order mark is believed before the header, the header before
 * the document, and what the bytes are before any of them where they are plainly UTF-8 or plainly are not.
 */
final class WebText {

    /** Enough for a detector, which is slow. */
    private static final int SAMPLE = 64 * 1024;

    /** Of 100; Thai as one of these, and one of these as Thai, are told apart by it. */
    private static final int SURE = 50;

    private static final Set<String> EAST_ASIAN = Set.of("EUC-JP", "EUC-KR", "Shift_JIS", "GB18030", "Big5");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** In bytes; no feed and no page that a person reads is longer. */
    static final int LONGEST = 16 * 1024 * 1024;

    private WebText() {}

    static byte[] bounded(byte[] body) {
        return body.length > LONGEST ? Arrays.copyOf(body, LONGEST) : body;
    }

    static Decoded decode(byte[] body, Optional<String> contentType) {
        Optional<ByteMarks> mark = ByteMarks.of(body);
        if (mark.isPresent() && !mark.get().charset().equals(StandardCharsets.UTF_8)) {
            ByteMarks found = mark.get();
            return new Decoded(lenient(body, found.length(), found.charset()), List.of());
        }
        byte[] bytes = mark.isPresent() ? Arrays.copyOfRange(body, 3, body.length) : body;
        return unmarked(bytes, Declared.labels(bytes, contentType));
    }

    private static Decoded unmarked(byte[] bytes, List<String> labels) {
        List<String> flaws = new ArrayList<>();
        Utf8Shape shape = Utf8Shape.of(bytes);
        if (shape.sure() || (shape.wide() == 0 && shape.broken() == 0)) {
            Optional<Charset> stateful = stateful(bytes, labels);
            if (stateful.isPresent()) {
                return new Decoded(lenient(bytes, 0, stateful.get()), flaws);
            }
            named(labels).filter(c -> shape.sure() && !utf(c)).ifPresent(c -> flaws.add(other(c.name(), "UTF-8")));
            return new Decoded(new String(bytes, StandardCharsets.UTF_8), flaws);
        }
        for (String label : labels) {
            Optional<Charset> charset = CharsetLabels.find(label);
            if (charset.isEmpty()) {
                flaws.add("charset '" + Flaws.shown(label) + "' is not known; it was passed over");
            } else if (!utf(charset.get())) {
                Optional<String> text = strict(bytes, charset.get());
                if (text.isPresent()) {
                    return new Decoded(text.get(), flaws);
                }
                flaws.add("some bytes are not " + charset.get().name() + ", which it says it is");
            }
        }
        return undeclared(bytes, shape, flaws);
    }

    private static Decoded undeclared(byte[] bytes, Utf8Shape shape, List<String> flaws) {
        if (shape.likely()) {
            if (shape.broken() > 0) {
                flaws.add(shape.broken() + " bytes are not UTF-8; each was read as U+FFFD");
            }
            return new Decoded(new String(bytes, StandardCharsets.UTF_8), flaws);
        }
        Charset guess = guessed(bytes);
        flaws.add("the charset is not declared, or declared wrongly; it was read as " + guess.name());
        return new Decoded(lenient(bytes, 0, guess), flaws);
    }

    /** ISO-2022-JP is ASCII bytes throughout; only its name tells it from ASCII. */
    private static Optional<Charset> stateful(byte[] bytes, List<String> labels) {
        boolean escapes =
                new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.ISO_8859_1).indexOf(0x1b) >= 0;
        return escapes ? named(labels).filter(c -> c.name().startsWith("ISO-2022")) : Optional.empty();
    }

    private static Optional<Charset> named(List<String> labels) {
        return labels.stream()
                .flatMap(label -> CharsetLabels.find(label).stream())
                .findFirst();
    }

    private static boolean utf(Charset charset) {
        return charset.name().startsWith("UTF-");
    }

    private static String other(String declared, String found) {
        return "it says it is " + declared + ", but is " + found + "; it was read as " + found;
    }

    /** Windows-1252 has five bytes without a character, which browsers read as controls: never refused. */
    private static Optional<String> strict(byte[] bytes, Charset charset) {
        if (charset.equals(WINDOWS_1252)) {
            return Optional.of(lenient(bytes, 0, charset));
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String lenient(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static Charset guessed(byte[] bytes) {
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        CharsetMatch match = detector.setText(sample).detect();
        String guess = match == null ? "" : wider(match.getName());
        boolean sure = match != null && EAST_ASIAN.contains(guess) && match.getConfidence() >= SURE;
        if (!sure && ThaiBytes.are(sample)) {
            return ThaiBytes.CHARSET;
        }
        return CharsetLabels.find(guess).orElse(WINDOWS_1252);
    }

    /** Ukrainian KOI8 has Russian in it, and its own letters where the Russian one draws boxes. */
    private static String wider(String guess) {
        return guess.equals("KOI8-R") ? "KOI8-U" : guess;
    }
}
