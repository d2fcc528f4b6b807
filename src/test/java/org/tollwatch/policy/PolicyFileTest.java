package org.tollwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tollwatch.data.DataFileException;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.ledger.WordProfile;

/** A user's file: what it may leave out, and how each mistake in it is told. */
class PolicyFileTest {

    private static final Policies BUNDLED = Policies.bundled();

    private static final String GOOD = """
            name: house
            best: median
            words:
              some: {low: 1}
              many: {low: 2}
              few: 3
              several: {low: 3, high: 9}
              tens: {low: 10, best: 30, high: 99}
              dozens: {low: 24, high: 60}
              scores: {low: 40, high: 99}
              hundreds: {low: 200, high: 999}
              thousands: 2000
              tens of thousands: {low: 20000}
              hundreds of thousands: {low: 200000}
              millions: {low: 2000000}
            """;

    @TempDir
    Path folder;

    @Test
    void aPolicyMayBringItsOwnWords() throws IOException {
        Policies more = BUNDLED.with(write(GOOD));

        assertThat(more.names()).containsExactly("default", "acled", "median", "floor", "house");
        Policy house = more.byName("house").orElseThrow();
        assertThat(house.quote()).isEqualTo(Policy.Quote.MEDIAN);
        assertThat(house.words().name()).isEqualTo("house");
        assertThat(house.words().count(VagueWord.FEW)).isEqualTo(Count.exactly(3));
        assertThat(house.words().count(VagueWord.DOZENS)).isEqualTo(Count.range(24, 60));
        assertThat(house.words().count(VagueWord.TENS)).isEqualTo(new Count(10, 30, 99));
        assertThat(house.words().count(VagueWord.MILLIONS)).isEqualTo(Count.atLeast(2_000_000));
    }

    @Test
    void theDefaultWrittenOutReadsAsTheDefault() throws IOException {
        StringBuilder words = new StringBuilder("name: same\nbest: latest\nwords:\n");
        WordProfile.interval()
                .counts()
                .forEach((word, count) -> words.append("  %s: {low: %d%s}%n"
                        .formatted(
                                WordsReader.label(word),
                                count.low(),
                                count.high() == Count.OPEN ? "" : ", high: " + count.high())));
        Policy same = BUNDLED.read(write(words.toString()));

        assertThat(same.words().counts()).isEqualTo(WordProfile.interval().counts());
        assertThat(same.quote()).isEqualTo(Policy.standard().quote());
    }

    @Test
    void whatAProfileDoesNotSayItTakesFromAnother() throws IOException {
        Policy house = BUNDLED.read(write("name: house\nbest: lowest\nwords: {like: acled, dozens: 36}\n"));

        assertThat(house.words().count(VagueWord.DOZENS)).isEqualTo(Count.exactly(36));
        assertThat(house.words().count(VagueWord.HUNDREDS)).isEqualTo(Count.exactly(100));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("dozens:", "dozen:", 9, "words.dozen", "Did you mean 'dozens'?"),
                arguments("dozens:", "gross:", 9, "words.gross", "Known here: like, some, many"),
                arguments(
                        "  dozens: {low: 24, high: 60}\n",
                        "",
                        3,
                        "words",
                        "'dozens' is missing. Add it, such as dozens: {"),
                arguments(
                        "high: 60", "high: 23", 9, "words.dozens.high", "23 is less than low, 24. Correct one of them"),
                arguments("best: 30", "best: 9", 8, "words.tens.best", "9 does not lie between low and high"),
                arguments("best: 30", "best: 100", 8, "words.tens.best", "100 does not lie between low and high"),
                arguments("few: 3", "few: three", 6, "words.few", "'three' is no count. Write a whole number"),
                arguments("few: 3", "few: -3", 6, "words.few", "'-3' is no count"),
                arguments("few: 3", "few: 3.5", 6, "words.few", "'3.5' is no count"),
                arguments("few: 3", "few: 20000000000", 6, "words.few", "from 0 to 10000000000"),
                arguments("few: 3", "few: [3, 9]", 6, "words.few", "must be one value, but is a list"),
                arguments("few: 3", "few:", 6, "words.few", "is empty"),
                arguments("few: 3", "few: {high: 3}", 6, "words.few", "'low' is missing"),
                arguments("high: 60", "hihg: 60", 9, "words.dozens.hihg", "Did you mean 'high'?"),
                arguments("few: 3", "few: 3\n  few: 4", 7, "words.few", "stands twice, first on line 6"),
                arguments("words:", "words:\n  like: intervall", 4, "words.like", "Did you mean 'interval'?"),
                arguments("best: median", "best: medain", 2, "best", "Did you mean 'median'?"),
                arguments("best: median", "best: highest", 2, "best", "Known: floor, latest, lowest, median"),
                arguments("best: median\n", "", 1, "", "'best' is missing. Add it, such as best: latest"),
                arguments("name: house\n", "", 1, "", "'name' is missing"),
                arguments("name: house", "name: House rules", 1, "name", "'House rules' is no name"),
                arguments("name: house", "name: acled", 1, "name", "a policy 'acled' already. Choose another name"),
                arguments("best:", "quote:", 2, "quote", "unknown field 'quote'. Known here: name, words, best"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithFileLineFieldAndWhatToDo(String good, String bad, int line, String field, String problem)
            throws IOException {
        assertThat(GOOD).contains(good);
        assertTold(GOOD.replace(good, bad), line, field, problem);
    }

    @Test
    void aProfileThatIsNotKnownIsToldWithASuggestion() throws IOException {
        assertTold("name: house\nwords: intervals\nbest: floor", 2, "words", "Did you mean 'interval'?");
        assertTold("name: house\nwords: ucdp\nbest: floor", 2, "words", "Known: acled, floor, interval");
        assertTold("name: house\nbest: floor", 1, "", "'words' is missing. Add it, such as words: interval");
        assertTold("name: house\nwords: []\nbest: floor", 2, "words", "must be one value, but is a list");
    }

    @Test
    void whatIsNoPolicyFileAtAllIsTold() throws IOException {
        assertThat(told(folder.resolve("absent.yaml"))).hasMessageContaining("there is no such file");
        assertThat(told(write(""))).hasMessageContaining("the file is empty. See docs/policies.md");
    }

    @Test
    void theExampleOfTheDocumentationIsAPolicy() throws IOException {
        String page = Files.readString(Path.of("docs/policies.md"));
        Policy house = BUNDLED.read(write(page.split("```yaml\n")[1].split("```")[0]));

        assertThat(house.name()).isEqualTo("house");
        assertThat(house.words().count(VagueWord.HUNDREDS)).isEqualTo(Count.range(200, 999));
    }

    private void assertTold(String yaml, int line, String field, String problem) throws IOException {
        Path file = write(yaml);
        DataFileException told = told(file);
        assertThat(told).isNotNull().hasMessageContaining(problem).hasMessageStartingWith(file + ":" + line + ": ");
        assertThat(told.field()).isEqualTo(field);
    }

    private static DataFileException told(Path file) {
        return catchThrowableOfType(DataFileException.class, () -> BUNDLED.with(file));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("house.yaml"), yaml);
    }
}
