package org.tollwatch.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import org.tollwatch.data.JsonLinesFile;

/** Reads gold sets: a folder with {@code gold.jsonl}, {@code articles.jsonl}, {@code distractors.jsonl} and the texts. */
public final class GoldReader {

    public static final String CLAIMS = "gold.jsonl";
    public static final String ARTICLES = "articles.jsonl";
    public static final String DISTRACTORS = "distractors.jsonl";

    private final CodeCheck codes;
    private final TextStore store = new TextStore();
    private final Optional<String> published;

    /**
     * @param conflicts whose parties the claims may name
     * @param published when texts were published that have no articles file, ISO 8601 with a zone
     */
    public GoldReader(Conflicts conflicts, Optional<String> published) {
        codes = new CodeCheck(conflicts);
        this.published = published;
    }

    /**
     * @param gold a claims file, a folder with one, or a folder of such folders
     * @param texts an articles file, or a folder of texts; empty: what lies beside the claims
     * @throws DataFileException when there is no such file or folder, or it cannot be read at all
     */
    public Gold read(Path gold, Optional<Path> texts) {
        if (!Files.exists(gold)) {
            throw new DataFileException(gold.toString(), 0, "", "there is no such file or folder. Check the path");
        }
        List<Path> sets = Files.isDirectory(gold) ? below(gold) : List.of(gold);
        if (sets.isEmpty()) {
            throw new DataFileException(
                    gold.toString(), 0, "", "no " + CLAIMS + " lies in it or below it. See docs/evaluating.md");
        }
        if (texts.isPresent() && sets.size() > 1) {
            throw new DataFileException(
                    gold.toString(), 0, "", "holds " + sets.size() + " sets, each with its own texts. Name one set");
        }
        return sets.stream().map(claims -> set(claims, texts)).reduce(Gold.NONE, Gold::and);
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(CLAIMS)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Gold set(Path claims, Optional<Path> given) {
        Path folder = claims.getParent() == null ? Path.of("") : claims.getParent();
        Path texts = given.orElse(folder);
        TextList read = new TextList(store, published);
        read.read(texts);
        GoldSet set = new GoldSet(read.byKey(), read.left(), codes);
        set.claims(lines(claims));
        Path distractors = folder.resolve(DISTRACTORS);
        if (Files.exists(distractors)) {
            set.distractors(lines(distractors));
        }
        return new Gold(List.of(), read.flaws(), read.absent()).and(set.gold());
    }

    static List<JsonLinesFile.Line> lines(Path file) {
        return JsonLinesFile.read(file.toString(), DataFiles.unpacked(file));
    }
}
