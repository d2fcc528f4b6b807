package org.tollwatch.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.tollwatch.extract.Article;
import org.tollwatch.stream.Reason;

/**
 * Articles out of JSON lines {@code {id?, source, url?, language?, publishedAt, title?, text | file}}, or out of a plain
 * text file whose publication the command line tells. Holds the ids it has seen: one reader a run.
 */
public final class ArticleReader implements SourceReader<Article> {

    private static final String HOW_TO_DATE = "write when it was published, as in 2020-10-03T15:00:00Z";

    private final Defaults defaults;
    private final Clock clock;
    private final SeenIds seen = new SeenIds();
    private final JsonLines<Article> lines = new JsonLines<>(this::article);

    /** @param clock against which a publication in the future is told */
    public ArticleReader(Defaults defaults, Clock clock) {
        this.defaults = defaults;
        this.clock = clock;
    }

    @Override
    public void read(Path path, Consumer<Input<Article>> sink) {
        try {
            if (Sources.isJsonLines(path, ".txt")) {
                lines.read(path, sink);
            } else {
                sink.accept(text(path));
            }
        } catch (Flaw e) {
            sink.accept(new Input.Rejected<>(e.at(path.toString()), new byte[0]));
        }
    }

    /** What was sent: articles on lines, or one alone. No file is read for it, whatever it names. */
    public Sent<Article> sent() {
        return new Sent<>(lines);
    }

    private Article article(ObjectNode object, Path file, String origin) throws Flaw {
        Fields fields = new Fields(object);
        String source = fields.required("source", "name the outlet that published it");
        String date = fields.required("publishedAt", HOW_TO_DATE);
        Instant publishedAt = Dates.published("publishedAt", date, clock);
        String language = fields.optional("language");
        return admitted(
                fields.optional("id"),
                source,
                fields.optional("url"),
                language == null ? defaults.language() : language,
                publishedAt,
                fields.optional("title"),
                text(fields, file),
                origin);
    }

    private static String text(Fields fields, Path file) throws Flaw {
        String text = fields.optional("text");
        String name = fields.optional("file");
        if (text != null && name != null) {
            throw new Flaw(Reason.WRONG_SHAPE, "text, file: both are given; leave one out");
        }
        if (name == null) {
            return text == null
                    ? fields.required("text", "give the article's words in 'text', or a file's name in 'file'")
                    : text;
        }
        if (file == null) {
            throw new Flaw(Reason.WRONG_SHAPE, "file: no file is read for what was sent; give its words in 'text'");
        }
        Path other = file.resolveSibling(name);
        try {
            return Utf8.decode(Sources.readAll(other));
        } catch (Flaw e) {
            throw e.inside("file: " + other + " ");
        }
    }

    private Input<Article> text(Path path) throws Flaw {
        byte[] bytes = Sources.readAll(path);
        if (bytes.length == 0) {
            throw Sources.unreadable("is empty; nothing was read");
        }
        try {
            if (defaults.publishedAt() == null) {
                throw new Flaw(
                        Reason.MISSING_FIELD,
                        "publishedAt: a text file does not say when it was published; give --published, as in"
                                + " --published 2020-10-03T15:00:00Z (a file of JSON lines is named *.jsonl)");
            }
            String origin = path.toString();
            String source = defaults.source() == null ? path.getFileName().toString() : defaults.source();
            Instant publishedAt =
                    Dates.checked("--published", defaults.publishedAt().toString(), defaults.publishedAt(), clock);
            String text = Utf8.decode(bytes);
            Article article = admitted(null, source, null, defaults.language(), publishedAt, null, text, origin);
            return new Input.Taken<>(article, origin, bytes);
        } catch (Flaw e) {
            return new Input.Rejected<>(e.at(path.toString()), bytes);
        }
    }

    private Article admitted(
            String id,
            String source,
            String url,
            String language,
            Instant publishedAt,
            String title,
            String text,
            String origin)
            throws Flaw {
        if (text.isBlank()) {
            throw new Flaw(Reason.MISSING_FIELD, "text: there are no words in it; nothing can be read");
        }
        String named = id == null ? ReportId.of(source, url, title, text, publishedAt) : id;
        seen.admit(named, text, origin);
        return new Article(named, source, url, language, publishedAt, title, text);
    }
}
