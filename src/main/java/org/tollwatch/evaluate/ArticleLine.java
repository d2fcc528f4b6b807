package org.tollwatch.evaluate;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.extract.Article;

/**
 * A line of {@code articles.jsonl}.
 *
 * @param key what claims name in their field {@code file}: its file, else its id
 */
record ArticleLine(String key, Article article, Optional<String> conflict, boolean aside, boolean elsewhere) {

    /**
     * @param folder of the file the line stands in
     * @param store where texts kept elsewhere are read from
     * @throws DataFileException naming the first mistake
     * @throws AbsentException when the text is kept elsewhere, and not on this machine
     */
    static ArticleLine read(Fields line, Path folder, TextStore store) {
        line.only(
                "id",
                "file",
                "from",
                "record",
                "field",
                "text",
                "title",
                "url",
                "source",
                "language",
                "publishedAt",
                "conflict",
                "aside",
                "notes");
        String text = store.text(line, folder);
        String key = optional(line, "file")
                .or(() -> optional(line, "id"))
                .orElseThrow(() -> line.at().problem("'id' is missing. Add it, such as \"id\": \"101\""));
        Article article = new Article(
                optional(line, "id").orElse(key),
                optional(line, "source").orElse(key),
                optional(line, "url").orElse(null),
                optional(line, "language").orElse(null),
                published(line.required("publishedAt", "\"publishedAt\": \"2020-10-03T15:00:00Z\"")),
                optional(line, "title").orElse(null),
                text);
        return new ArticleLine(
                key,
                article,
                optional(line, "conflict"),
                line.get("aside").map(ClaimLine::truth).orElse(false),
                line.get("from").isPresent());
    }

    private static Optional<String> optional(Fields line, String field) {
        return line.get(field).filter(ClaimLine::told).map(Node::text);
    }

    private static Instant published(Node node) {
        try {
            return OffsetDateTime.parse(node.text()).toInstant();
        } catch (DateTimeException e) {
            throw node.at().problem("'" + node.text() + "' is no time with a zone. Write it as 2020-10-03T15:00:00Z");
        }
    }
}
