package org.tollwatch.extract;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;

/**
 * A language pack held to its own examples.
 *
 * @param examples how many it has
 * @param failed those of which something else is read than they say
 */
public record PackCheck(String code, String name, int examples, List<Failed> failed) {

    /**
     * An example that fails.
     *
     * @param where file and line
     * @param wanted "MEASURE low" each; none when nothing may be read from it
     * @param read the same of what was read
     */
    public record Failed(String where, String sentence, List<String> wanted, List<String> read) {}

    /** Any day will do: no example tells a date. */
    private static final LocalDateTime PUBLISHED = LocalDateTime.of(2020, 10, 5, 12, 0);

    /**
     * Reads a pack and runs its examples.
     *
     * @throws DataFileException naming the first mistake in it
     */
    public static PackCheck of(Path file) {
        byte[] bytes = DataFiles.read(file);
        String code = PackReader.recognition(file.toString(), bytes).code();
        return of(PackReader.read(file.toString(), bytes, Languages.numbers(code)));
    }

    static PackCheck of(LanguagePack pack) {
        List<Failed> failed = pack.examples().stream()
                .map(example -> run(pack, example))
                .filter(run -> !sorted(run.read()).equals(sorted(run.wanted())))
                .toList();
        return new PackCheck(pack.code(), pack.name(), pack.examples().size(), failed);
    }

    private static List<String> sorted(List<String> claims) {
        return claims.stream().sorted().toList();
    }

    /** The example with what is read from it, right or not. */
    static Failed run(LanguagePack pack, LanguagePack.Example example) {
        SentenceReader reader = new SentenceReader(pack, new Trie(), PUBLISHED);
        List<String> read = reader.read(Normaliser.normalise(example.sentence())).stream()
                .flatMap(sentence -> sentence.events().stream())
                .map(PackCheck::shown)
                .toList();
        return new Failed(example.where(), example.sentence(), example.claims(), read);
    }

    private static String shown(Event event) {
        long low = event.triggerIs("scope", "feared")
                ? 0
                : event.group().quantity().count().low();
        return event.measure() + " " + low;
    }
}
