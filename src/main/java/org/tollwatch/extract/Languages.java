package org.tollwatch.extract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;

/** The language packs, and which of them a text needs. A pack is read when the first text needs it. */
public final class Languages {

    private static final String FOLDER = "languages";
    private static final String OTHERS = "others.yaml";

    /** Enough of a text to tell its language by. */
    private static final int SAMPLE = 20_000;

    /** Less of a language's own letters and words than any text in it has. */
    private static final double LEAST = 0.08;

    private final Map<String, Recognition> recognitions;

    /** Of languages without a pack. */
    private final List<Recognition> others;

    private final Map<String, byte[]> files;
    private final Map<String, LanguagePack> packs = new ConcurrentHashMap<>();

    private Languages(Map<String, Recognition> recognitions, List<Recognition> others, Map<String, byte[]> files) {
        this.recognitions = new TreeMap<>(recognitions);
        this.others = others;
        this.files = files;
    }

    /** The packs that come with the program. */
    public static Languages bundled() {
        Map<String, Recognition> recognitions = new HashMap<>();
        Map<String, byte[]> files = new HashMap<>();
        for (String file : DataFiles.bundled(FOLDER)) {
            byte[] bytes = DataFiles.bundled(FOLDER, file);
            Recognition recognition = PackReader.recognition(file, bytes);
            recognitions.put(recognition.code(), recognition);
            files.put(recognition.code(), bytes);
        }
        List<Recognition> others = PackReader.others(OTHERS, DataFiles.bundled("recognition", OTHERS));
        return new Languages(recognitions, others, files);
    }

    /**
     * These and one of a user's file, which takes the place of one of the same language.
     *
     * @throws DataFileException if its head is wrong
     */
    public Languages with(Path file) {
        byte[] bytes = DataFiles.read(file);
        Recognition recognition = PackReader.recognition(file.toString(), bytes);
        Map<String, Recognition> more = new HashMap<>(recognitions);
        Map<String, byte[]> all = new HashMap<>(files);
        more.put(recognition.code(), recognition);
        all.put(recognition.code(), bytes);
        List<Recognition> unread = others.stream()
                .filter(other -> !other.code().equals(recognition.code()))
                .toList();
        return new Languages(more, unread, all);
    }

    /** Whether a word is one of a language's commonest, or stands in the lexicon of its pack. */
    public boolean isWord(String language, String word) {
        return isCommon(language, word)
                || pack(language).filter(pack -> pack.has(word)).isPresent();
    }

    /** Whether a word is one of a language's commonest. */
    public boolean isCommon(String language, String word) {
        Recognition recognition = recognitions.get(language);
        return recognition != null && recognition.stopwords().contains(Normaliser.fold(word));
    }

    /** Codes of the packs there are, sorted. */
    public Set<String> codes() {
        return recognitions.keySet();
    }

    /**
     * The pack of a language; its region and script make no difference.
     *
     * @throws DataFileException if its file is wrong
     */
    Optional<LanguagePack> pack(String code) {
        int dash = code.indexOf('-');
        String language = Normaliser.fold(dash < 0 ? code : code.substring(0, dash));
        return recognitions.containsKey(language)
                ? Optional.of(packs.computeIfAbsent(language, this::load))
                : Optional.empty();
    }

    private LanguagePack load(String code) {
        return PackReader.read(code + ".yaml", files.get(code), numbers(code));
    }

    /** The table of number words that comes with the program; "" where there is none. */
    static String numbers(String code) {
        return DataFiles.bundled(FOLDER + "/numbers").contains(code + ".tsv")
                ? new String(DataFiles.bundled(FOLDER + "/numbers", code + ".tsv"), StandardCharsets.UTF_8)
                : "";
    }

    /**
     * The pack whose script, letters and commonest words the text shows; empty when none does clearly, or those of a language
     * without a pack do more.
     */
    Optional<LanguagePack> recognise(NormalText text) {
        String sample =
                text.folded().substring(0, Math.min(SAMPLE, text.folded().length()));
        return Stream.concat(recognitions.values().stream(), others.stream())
                .map(recognition -> Map.entry(recognition.code(), recognition.score(sample)))
                .filter(scored -> scored.getValue() > LEAST)
                .max(Comparator.comparingDouble((Map.Entry<String, Double> scored) -> scored.getValue())
                        .thenComparing(Map.Entry::getKey))
                .flatMap(scored -> pack(scored.getKey()));
    }
}
