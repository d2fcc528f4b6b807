package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Number words against ICU's spellings, which no rule of ours has made. */
class NumberWordsTest {

    private static final Languages LANGUAGES = Languages.bundled();

    static Stream<String> languages() {
        return LANGUAGES.codes().stream();
    }

    static Stream<String> tables() {
        return NumberTables.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsWhatIcuSpells(String language) throws IOException {
        String committed = Files.readString(NumberTables.FOLDER.resolve(language + ".tsv"), StandardCharsets.UTF_8);
        assertThat(committed).isEqualTo(NumberTables.table(language));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyNumberThatIcuSpellsIsReadBack(String language) {
        LanguagePack pack = LANGUAGES.pack(language).orElseThrow();
        RuleBasedNumberFormat format = NumberTables.format(language);
        Random random = new Random(7);
        List<String> wrong = new ArrayList<>();
        IntStream.concat(IntStream.range(2, 1200), random.ints(300, 1200, 2_000_000))
                .forEach(n -> {
                    String spelled = NumberTables.clean(format.format(n));
                    long read = read(pack, spelled);
                    if (read != n) {
                        wrong.add(n + " '" + spelled + "' is read as " + read);
                    }
                });
        assertThat(wrong).as(wrong.size() + " spellings misread").isEmpty();
    }

    /** The number that the words are; -1 when they are not one number. */
    private static long read(LanguagePack pack, String spelled) {
        NormalText text = Normaliser.normalise(spelled);
        List<Item> items = NumberStage.apply(
                new Lexer(pack, new Trie()).lex(text, 0, text.text().length()));
        return items.size() == 1
                ? items.get(0).sense(Figure.class).map(Figure::value).orElse(-1L)
                : -1;
    }
}
