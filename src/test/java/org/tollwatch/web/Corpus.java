package org.tollwatch.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cases out of one file: {@code === name}, then {@code !encode} with a charset and {@code !type} with a header where they
 * matter, the document, {@code ---}, and what is read of it.
 */
record Corpus(String name, byte[] body, Optional<String> type, String expected) {

    static List<Corpus> read(String resource) {
        try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Corpus> cases = new ArrayList<>();
            for (String block : text.split("(?m)^=== ")) {
                if (!block.isBlank()) {
                    cases.add(of(block));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Corpus of(String block) {
        int line = block.indexOf('\n');
        String[] halves = block.substring(line).split("\n---\n");
        String document = halves[0].substring(Math.min(1, halves[0].length()));
        Charset charset = StandardCharsets.UTF_8;
        boolean mark = false;
        Optional<String> type = Optional.empty();
        while (document.startsWith("!")) {
            int end = document.indexOf('\n');
            String value = document.substring(document.indexOf(' ') + 1, end);
            if (document.startsWith("!encode")) {
                mark = value.equals("utf-8-sig");
                charset = Charset.forName(mark ? "utf-8" : value.equals("cp874") ? "x-windows-874" : value);
            } else {
                type = Optional.of(value);
            }
            document = document.substring(end + 1);
        }
        String whole = (mark ? "\ufeff" : "") + document;
        return new Corpus(
                block.substring(0, line), whole.getBytes(charset), type, halves.length < 2 ? "" : halves[1].strip());
    }

    @Override
    public String toString() {
        return name;
    }
}
