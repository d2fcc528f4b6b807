package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.dlq.Letter;
import org.tollwatch.stream.Reason;

/** Dead letters for people. */
final class LetterText {

    private static final int A_ROW = 16;

    private LetterText() {}

    /** Without what would move a terminal's cursor: what was rejected was written by anybody. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "\u00b7");
    }

    /** What can be done about it. */
    static String todo(Letter letter) {
        return reason(letter)
                .map(LetterText::todo)
                .orElse("It has no reason that is known here: a newer Tollwatch wrote it, or somebody else.");
    }

    private static Optional<Reason> reason(Letter letter) {
        try {
            return Optional.of(Reason.valueOf(letter.reason().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String todo(Reason reason) {
        return switch (reason) {
            case UNREADABLE_FILE -> "Put the file where it can be read, and count it again.";
            case NOT_UTF8 -> "Convert the file to UTF-8, and count it again.";
            case NOT_JSON, WRONG_SHAPE, MISSING_FIELD, BAD_VALUE ->
                "Correct it where it comes from, and send it from there again.";
            case BAD_DATE ->
                "Correct the date where it comes from. A date that lay ahead becomes right by itself: then"
                        + " tollwatch dlq retry.";
            case TOO_LARGE -> "Split it where it comes from.";
            case UNKNOWN_LANGUAGE ->
                "If a later version reads the language: tollwatch dlq retry. If it was not recognised, tell it where"
                        + " the article comes from.";
            case NO_CONFLICT ->
                "Mostly nothing: it is about something else. If a conflict file was added or corrected since:"
                        + " tollwatch dlq retry.";
            case UNKNOWN_CONFLICT ->
                "Start tollwatch up with the conflict's file, then tollwatch dlq retry with the same --conflict.";
            case UNDECODABLE ->
                "Correct the producer; docs/producing.md says how reports are written. It may send the same id again.";
            case UNKNOWN_SCHEMA ->
                "Bring the registry back that the producer used, then tollwatch dlq retry; or let the producer use"
                        + " this one.";
            case BAD_COUNT, BAD_PERIOD -> "Correct it in the producer, and send the same id again.";
            case UNKNOWN_MEASURE -> "Update Tollwatch, then tollwatch dlq retry.";
            case DUPLICATE_ID ->
                "Give each report an id of its own, and each newer version of one a higher revision. A retry changes"
                        + " nothing.";
        };
    }

    /** Offset, bytes, and the letters among them, 16 a line. */
    static void hex(byte[] bytes, PrintWriter out) {
        HexFormat spaced = HexFormat.ofDelimiter(" ");
        for (int at = 0; at < bytes.length; at += A_ROW) {
            int end = Math.min(bytes.length, at + A_ROW);
            StringBuilder letters = new StringBuilder();
            for (int i = at; i < end; i++) {
                letters.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            String row = spaced.formatHex(bytes, at, end);
            out.println(String.format(Locale.ROOT, "%08x  %-47s  %s", at, row, letters));
        }
    }
}
