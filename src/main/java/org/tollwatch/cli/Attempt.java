package org.tollwatch.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.tollwatch.check.Kind;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFiles;
import org.tollwatch.extract.Article;
import org.tollwatch.extract.Extraction;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.feed.Defaults;

/** Shows what is read from a text with somebody's own conflict file or language pack. */
final class Attempt {

    private final Console console;
    private final Defaults defaults;

    Attempt(Console console, Defaults defaults) {
        this.console = console;
        this.defaults = defaults;
    }

    /** @param text the words themselves, or the file they stand in */
    void print(Kind kind, Path file, String text) {
        Languages languages = Languages.bundled();
        Conflicts conflicts = Conflicts.bundled();
        if (kind == Kind.CONFLICT) {
            conflicts = Conflicts.of(Conflicts.read(file));
        } else {
            languages = languages.with(file);
        }
        String words = DataFiles.exists(text) ? DataFiles.text(Path.of(text)) : text;
        Extraction extraction = new Extractor(languages, conflicts).extract(article(words));
        if (extraction instanceof Extraction.Read read) {
            new ReportText(conflicts, console).print(read.report(), console.out());
        } else {
            console.out().println("  not read: " + ((Extraction.Unread) extraction).detail());
        }
    }

    private Article article(String words) {
        Instant published = defaults.publishedAt() == null ? console.clock().instant() : defaults.publishedAt();
        String source = defaults.source() == null ? "the text" : defaults.source();
        return new Article("tried", source, null, defaults.language(), published, null, words);
    }
}
