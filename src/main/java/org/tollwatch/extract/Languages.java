package org.tollwatch.extract;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;

/** The language packs, and which of them a text needs. A pack is read when the first text needs it. */
public final class Languages {

    private static final String FOLDER = "languages";

    /** Enough of a text to tell its language by. */
    private static final int SAMPLE = 20_000;

    /** Less of a language's own letters and words than any text in it has. */
    private static final double LEAST = 0.08;

    private final Map<String, Recognition> recognitions;
    private final Map<String, byte[]> files;
    private final Map<String, LanguagePack> packs = new ConcurrentHashMap<>();

    private Languages(Map<String, Recognition> recognitions, Map<String, byte[]> files) {
        this.recognitions = new TreeMap<>(recognitions);
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
        return new Languages(recognitions, files);
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
        String numbers = DataFiles.bundled(FOLDER + "/numbers").contains(code + ".tsv")
                ? new String(DataFiles.bundled(FOLDER + "/numbers", code + ".tsv"), StandardCharsets.UTF_8)
                : "";
        return PackReader.read(code + ".yaml", files.get(code), numbers);
    }

    /** The pack whose script, letters and commonest words the text shows; empty when none does clearly. */
    Optional<LanguagePack> recognise(NormalText text) {
        String sample =
                text.folded().substring(0, Math.min(SAMPLE, text.folded().length()));
        return recognitions.values().stream()
                .map(recognition -> Map.entry(recognition.code(), recognition.score(sample)))
                .filter(scored -> scored.getValue() > LEAST)
                .max(Comparator.comparingDouble((Map.Entry<String, Double> scored) -> scored.getValue())
                        .thenComparing(Map.Entry::getKey))
                .flatMap(scored -> pack(scored.getKey()));
    }
}
