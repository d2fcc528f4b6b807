package org.tollwatch.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The language packs, and which of them a text needs. */
public final class Languages {

    /** Enough of a text to tell its language by. */
    private static final int SAMPLE = 20_000;

    private final Map<String, LanguagePack> packs = new TreeMap<>();

    private Languages(List<LanguagePack> packs) {
        packs.forEach(pack -> this.packs.put(pack.code(), pack));
    }

    /** The packs that come with the program. */
    public static Languages bundled() {
        return new Languages(
                List.of("en", "th", "vi").parallelStream().map(Languages::load).toList());
    }

    private static LanguagePack load(String code) {
        String file = "/languages/" + code + ".yaml";
        try (InputStream in = Languages.class.getResourceAsStream(file)) {
            return PackReader.read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the language pack " + file, e);
        }
    }

    /** Codes of the packs there are, sorted. */
    public List<String> codes() {
        return List.copyOf(packs.keySet());
    }

    Optional<LanguagePack> pack(String code) {
        int dash = code.indexOf('-');
        return Optional.ofNullable(packs.get(Normaliser.fold(dash < 0 ? code : code.substring(0, dash))));
    }

    /** The pack whose script, letters and commonest words the text shows; empty when none does clearly. */
    Optional<LanguagePack> recognise(NormalText text) {
        String sample =
                text.folded().substring(0, Math.min(SAMPLE, text.folded().length()));
        LanguagePack best = null;
        double bestScore = 0.08;
        for (LanguagePack pack : packs.values()) {
            double score = score(pack, sample);
            if (score > bestScore) {
                best = pack;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The share of letters that mark the language, or of words that are its commonest, whichever tells more. */
    private static double score(LanguagePack pack, String sample) {
        int letters = 0;
        int marking = 0;
        int words = 0;
        int common = 0;
        int wordStart = -1;
        for (int i = 0; i <= sample.length(); i++) {
            char c = i < sample.length() ? sample.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                letters++;
                marking += pack.letters().indexOf(c) >= 0 ? 1 : 0;
                wordStart = wordStart < 0 ? i : wordStart;
            } else if (wordStart >= 0 && Character.getType(c) != Character.NON_SPACING_MARK) {
                words++;
                common += pack.stopwords().contains(sample.substring(wordStart, i)) ? 1 : 0;
                wordStart = -1;
            }
        }
        double byLetters = letters == 0 ? 0 : (double) marking / letters;
        double byWords = words == 0 ? 0 : (double) common / words;
        return byLetters + byWords;
    }
}
