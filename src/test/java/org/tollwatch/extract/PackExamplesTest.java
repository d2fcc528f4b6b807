package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example that an entry of a pack carries. */
class PackExamplesTest {

    private static final Languages LANGUAGES = Languages.bundled();

    @TestFactory
    Stream<DynamicTest> everyExampleOfEveryPack() {
        return LANGUAGES.codes().stream()
                .map(code -> LANGUAGES.pack(code).orElseThrow())
                .flatMap(pack -> pack.examples().stream()
                        .map(e -> DynamicTest.dynamicTest(pack.code() + ": " + e.sentence(), () -> check(pack, e))));
    }

    private static void check(LanguagePack pack, LanguagePack.Example example) {
        SentenceReader reader = new SentenceReader(pack, new Trie(), LocalDateTime.of(2020, 10, 5, 12, 0));
        List<String> read = reader.read(Normaliser.normalise(example.sentence())).stream()
                .flatMap(sentence -> sentence.events().stream())
                .map(PackExamplesTest::shown)
                .toList();
        assertThat(read).as(example.where()).containsExactlyInAnyOrderElementsOf(example.claims());
    }

    private static String shown(Event event) {
        long low = event.triggerIs("scope", "feared")
                ? 0
                : event.group().quantity().count().low();
        return event.measure() + " " + low;
    }
}
