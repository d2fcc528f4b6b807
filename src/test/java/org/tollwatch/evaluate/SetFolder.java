package org.tollwatch.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gold set with one text, written for a test. */
record SetFolder(Path path) {

    static final String TEXT =
            "The Armenian Defence Ministry said on Monday that 21 of its soldiers had been killed and"
                    + " 30 wounded near Martuni. Azerbaijan said 21 soldiers were killed. The unit has 500 men.";

    static SetFolder in(Path path) throws IOException {
        SetFolder set = new SetFolder(path);
        set.write("a.txt", TEXT);
        return set.write(
                "articles.jsonl",
                "{\"id\":\"a\",\"file\":\"a.txt\",\"language\":\"en\",\"publishedAt\":\"2020-10-05T12:00:00Z\","
                        + "\"conflict\":\"nagorno-karabakh\"}");
    }

    SetFolder write(String name, String... lines) throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve(name), String.join("\n", lines), StandardCharsets.UTF_8);
        return this;
    }

    /** A claim of the text. */
    static String claim(String id, String measure, long count, String quote, String more) {
        int start = TEXT.indexOf(quote);
        return "{\"id\":\"" + id + "\",\"file\":\"a.txt\",\"measure\":\"" + measure + "\",\"low\":" + count
                + ",\"best\":" + count + ",\"high\":" + count + ",\"quote\":\"" + quote + "\",\"start\":" + start
                + ",\"end\":" + (start + quote.length()) + more + "}";
    }
}
