package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(PackCheck.run(pack, example).read())
                .as(example.where())
                .containsExactlyInAnyOrderElementsOf(example.claims());
    }
}
