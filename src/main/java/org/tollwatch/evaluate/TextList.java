package org.tollwatch.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.JsonLinesFile;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.At;
import org.tollwatch.data.Node.Fields;

/** Collects the texts of one set, and what had to be left out. */
final class TextList {

    private final TextStore store;
    private final Optional<String> published;
    private final Map<String, ArticleLine> byKey = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private final List<DataFileException> flaws = new ArrayList<>();
    private final Map<String, Integer> absent = new LinkedHashMap<>();

    /** @param published of texts without an articles file */
    TextList(TextStore store, Optional<String> published) {
        this.store = store;
        this.published = published;
    }

    /** @param texts an articles file, or a folder with one, or a folder of text files */
    void read(Path texts) {
        Path articles = texts.resolve(GoldReader.ARTICLES);
        if (!Files.isDirectory(texts)) {
            articles(texts);
        } else if (Files.exists(articles)) {
            articles(articles);
        } else {
            plain(texts);
        }
    }

    Map<String, ArticleLine> byKey() {
        return byKey;
    }

    /** Keys of the texts that are not there. */
    List<String> left() {
        return left;
    }

    List<DataFileException> flaws() {
        return flaws;
    }

    List<String> absent() {
        return absent.entrySet().stream()
                .map(e -> e.getKey() + " is not here; texts left out: " + e.getValue())
                .toList();
    }

    private void articles(Path file) {
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        for (JsonLinesFile.Line line : GoldReader.lines(file)) {
            if (line instanceof JsonLinesFile.Line.Bad bad) {
                flaws.add(bad.why());
            } else {
                take(((JsonLinesFile.Line.Good) line).fields(), folder);
            }
        }
    }

    private void plain(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                At at = new At(file.toString(), 0, "");
                if (published.isEmpty()) {
                    flaws.add(at.problem("when it was published is not known. Give --published, or write an "
                            + GoldReader.ARTICLES));
                    left.add(file.getFileName().toString());
                } else {
                    Map<String, Node> fields = new LinkedHashMap<>();
                    fields.put("file", new Node.Text(at, file.getFileName().toString()));
                    fields.put("publishedAt", new Node.Text(at, published.get()));
                    take(new Fields(at, fields), folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Fields line, Path folder) {
        try {
            ArticleLine article = ArticleLine.read(line, folder, store);
            if (byKey.putIfAbsent(article.key(), article) != null) {
                throw line.at().problem("there is a text '" + article.key() + "' already. Give it another id or file");
            }
        } catch (AbsentException e) {
            absent.merge(e.getMessage(), 1, Integer::sum);
            leave(line);
        } catch (DataFileException e) {
            flaws.add(e);
            leave(line);
        }
    }

    private void leave(Fields line) {
        for (String field : List.of("file", "id")) {
            line.get(field).filter(n -> n instanceof Node.Text).ifPresent(n -> left.add(((Node.Text) n).value()));
        }
    }
}
