package org.tollwatch.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tollwatch.data.DataFileException;
import org.tollwatch.ledger.Side;

/** A user's file: what it may leave out, and how each mistake in it is told. */
class ConflictFileTest {

    private static final String GOOD = """
            id: isles
            name: War of the Isles
            zone: Europe/London
            parties:
              north:
                name: North Isle
                opponents: [south]
                names: {en: [Northern Isle], th: เกาะเหนือ}
                seats: [Northport]
              navy:
                name: Northern Navy
                in: north
              south:
                name: South Isle
                names:
                  all: [Sud]
            actors:
              un: United Nations
            outlets:
              isle-press: Isle Press
            persons:
              ann-grey:
                name: Ann Grey
                roles:
                  - {of: north, as: President, from: 2020-03, to: 2021}
            places:
              strait: {name: The Strait, theatre: true}
              castle:
                name: Castle
                in: strait
                at: [55.5, -3.25]
                held:
                  - {by: north, to: 2020-03-09}
                  - {by: south, from: 2020-03-10}
            episodes:
              spring:
                name: Spring war
                from: 2020-03-05
                to: 2020-05-01
              autumn:
                name: Autumn war
                from: 2020-09-01
            """;

    @TempDir
    Path folder;

    @Test
    void aSmallFileIsAConflict() throws IOException {
        Conflict isles = Conflicts.bundled().with(write(GOOD)).byId("isles").orElseThrow();

        assertThat(isles.parties()).extracting(Party::id).containsExactly("north", "navy", "south");
        assertThat(isles.party("north").orElseThrow().names().in("th")).containsExactly("เกาะเหนือ", "North Isle");
        assertThat(isles.party("north").orElseThrow().seats().in("vi")).containsExactly("Northport");
        assertThat(isles.party("navy").orElseThrow().parent()).isEqualTo("north");
        assertThat(isles.party("south").orElseThrow().parent()).isEqualTo("*");
        assertThat(isles.actor("un").orElseThrow().outlet()).isFalse();
        assertThat(isles.actor("isle-press").orElseThrow().outlet()).isTrue();
        assertThat(isles.place("castle").orElseThrow().lon()).isEqualTo(-3.25);
    }

    @Test
    void theLastDayIsIncludedAndDaysAreTheConflictsOwn() throws IOException {
        Conflict isles = Conflicts.read(write(GOOD));

        assertThat(isles.episodes().get(0).episode().period())
                .hasToString("Period[from=2020-03-05T00:00:00Z, to=2020-05-01T23:00:00Z]");
        assertThat(isles.episodes().get(1).episode().period().to()).isEqualTo(ConflictReader.FAR_FUTURE);
        Tenure tenure = isles.persons().get(0).tenures().get(0);
        assertThat(tenure)
                .isEqualTo(new Tenure("north", "President", LocalDate.of(2020, 3, 1), LocalDate.of(2022, 1, 1)));
    }

    @Test
    void aConflictOfTheSameIdTakesThePlace() throws IOException {
        Conflicts two = Conflicts.of(Conflicts.read(write(GOOD))).with(write(GOOD.replace("War of", "Peace of")));

        assertThat(two.all()).extracting(Conflict::name).containsExactly("Peace of the Isles");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("outlets:", "outlet:", 19, "outlet", "Did you mean 'outlets'?"),
                arguments("opponents:", "oponents:", 7, "parties.north.oponents", "Did you mean 'opponents'?"),
                arguments("seats:", "colour:", 9, "parties.north.colour", "Known here: name, in, allies"),
                arguments("[south]", "[suoth]", 7, "parties.north.opponents", "Did you mean 'south'?"),
                arguments("[south]", "[north]", 7, "parties.north.opponents", "cannot stand in its own list"),
                arguments("[south]", "[south]\n    allies: [south]", 7, "parties.north.opponents", "an ally too"),
                arguments("in: north", "in: norht", 12, "parties.navy.in", "Did you mean 'north'?"),
                arguments("in: north", "in: navy", 12, "parties.navy.in", "'navy' would lie inside itself"),
                arguments("{of: north", "{of: sweden", 25, "persons.ann-grey.roles.of", "no party or actor 'sweden'"),
                arguments("{by: south", "{by: un", 34, "places.castle.held.by", "Known: navy, north, south"),
                arguments("in: strait", "in: castle", 30, "places.castle.in", "'castle' would lie inside itself"),
                arguments("in: strait", "in: narrows", 30, "places.castle.in", "no place 'narrows'"),
                arguments("Northern Isle", "''", 8, "parties.north.names.en", "is empty"),
                arguments("[Sud]", "[]", 16, "parties.south.names.all", "is an empty list"),
                arguments("[Sud]", "[north ISLE]", 16, "parties.south.names.all", "an alias of 'north' (line 6)"),
                arguments("un: United Nations", "un: Sud", 18, "actors.un", "also an alias of 'south' (line 16)"),
                arguments("all: [Sud]", "xx: [Sud]", 16, "parties.south.names.xx", "'xx' is no language"),
                arguments("  un:", "  north:", 18, "actors.north", "the id 'north' is taken on line 5"),
                arguments("  south:", "  navy:", 13, "parties.navy", "stands twice, first on line 10"),
                arguments("  un:", "  U.N.:", 18, "actors.U.N.", "'U.N.' is no id"),
                arguments("zone: Europe/London", "zone: Europe/Lodon", 3, "zone", "Did you mean 'Europe/London'?"),
                arguments("zone: Europe/London", "zone: +99:00", 3, "zone", "such as Asia/Baku or +04:00"),
                arguments("zone: Europe/London\n", "", 1, "", "'zone' is missing"),
                arguments("name: Ann Grey", "names: Ann Grey", 22, "persons.ann-grey", "'name' is missing"),
                arguments("from: 2020-03-05", "from: 5 March", 38, "episodes.spring.from", "'5 March' is no date"),
                arguments("from: 2020-03-05", "from: 2020-02-30", 38, "episodes.spring.from", "is no date"),
                arguments("to: 2020-05-01", "to: 2020-03-04", 39, "episodes.spring.to", "ends before it begins"),
                arguments("from: 2020-09-01", "from: 2020-05-01", 40, "episodes.autumn", "the episode on line 36"),
                arguments("    from: 2020-09-01", "    to: 2020-09-01", 40, "episodes.autumn", "'from' is missing"),
                arguments("from: 2020-03-10", "from: 2020-03-09", 34, "places.castle.held", "the holder on line 33"),
                arguments("[55.5, -3.25]", "[155.5, -3.25]", 31, "places.castle.at", "between -90 and 90 degrees"),
                arguments("[55.5, -3.25]", "[55.5, NaN]", 31, "places.castle.at", "between -180 and 180 degrees"),
                arguments("[55.5, -3.25]", "here", 31, "places.castle.at", "must be [latitude, longitude]"),
                arguments("theatre: true", "theatre: yes", 27, "places.strait.theatre", "Write true or false"),
                arguments("name: Spring war", "name: [Spring]", 37, "episodes.spring.name", "must be one value"),
                arguments("roles:", "roles:\n      of: north", 0, "", "not YAML"),
                arguments("name: Castle", "name: &c Castle\n    names: [*c]", 30, "places.castle.names", "anchors"),
                arguments("id: isles\n", "id: isles\n---\n", 3, "", "a second document"),
                arguments("un: United Nations", "un:", 18, "actors.un", "is empty"),
                arguments("\n  un: United Nations", "", 17, "actors", "but is empty"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithFileLineFieldAndWhatToDo(String good, String bad, int line, String field, String problem)
            throws IOException {
        assertThat(GOOD).contains(good);
        Path file = write(GOOD.replaceFirst(Pattern.quote(good), bad));

        DataFileException told = catchThrowableOfType(DataFileException.class, () -> Conflicts.read(file));

        assertThat(told).isNotNull().hasMessageContaining(problem).hasMessageStartingWith(file.toString());
        assertThat(told.file()).isEqualTo(file.toString());
        assertThat(told.field()).isEqualTo(field);
        if (line > 0) {
            assertThat(told.line()).isEqualTo(line);
            assertThat(told).hasMessageContaining(":" + line + ": ");
        }
    }

    @Test
    void whatIsNoConflictFileAtAllIsTold() throws IOException {
        Path absent = folder.resolve("absent.yaml");
        assertThat(problemOf(absent)).contains("absent.yaml: there is no such file");
        assertThat(problemOf(folder)).contains("Check that it is a readable file");
        assertThat(problemOf(write(""))).contains("the file is empty");
        assertThat(problemOf(write("just words"))).contains("must have fields, but is a single value");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, GOOD.replace("Castle", "Château").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problemOf(latin)).contains("latin.yaml:29: is not UTF-8 here");
    }

    @Test
    void theExampleOfTheDocumentationIsAConflict() throws IOException {
        String page = Files.readString(Path.of("docs/conflicts.md"));
        Conflict isles = Conflicts.read(write(page.split("```yaml\n")[1].split("```")[0]));

        assertThat(isles.parties()).extracting(Party::id).containsExactly("north", "navy", "south");
        assertThat(isles.sideOf("navy", "south")).isEqualTo(Side.ADVERSARY);
        assertThat(isles.sideOf("navy", "north")).isEqualTo(Side.SELF);
    }

    private static String problemOf(Path file) {
        return catchThrowableOfType(DataFileException.class, () -> Conflicts.read(file))
                .getMessage();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("isles.yaml"), yaml);
    }
}
