package org.tollwatch.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tollwatch.ledger.Side;

/** The bundled files, and what the reckoning and the extraction ask of them. */
class NagornoKarabakhTest {

    private static final Conflict KARABAKH =
            Conflicts.bundled().byId("nagorno-karabakh").orElseThrow();

    @Test
    void everyFileOfTheFolderIsBundledAndSound() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Conflicts.class.getResource("/conflicts/INDEX").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(n -> !n.equals("INDEX"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("INDEX"))).containsExactlyElementsOf(names);
        }
        assertThat(Conflicts.bundled().all()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "armenia, armenia, SELF",
        "armenia, artsakh, SELF",
        "artsakh, armenia, SELF",
        "azerbaijan, azerbaijan, SELF",
        "azerbaijan, artsakh, ADVERSARY",
        "azerbaijan, armenia, ADVERSARY",
        "armenia, azerbaijan, ADVERSARY",
        "artsakh, azerbaijan, ADVERSARY",
        "armenia, *, SELF",
        "azerbaijan, *, SELF",
        "rus, artsakh, INDEPENDENT",
        "tur, azerbaijan, INDEPENDENT",
        "un, *, INDEPENDENT",
        ", armenia, INDEPENDENT",
        "azerbaijan, unheard-of, INDEPENDENT",
    })
    void alliesAreSelfAndOpponentsAdversary(String claimant, String party, Side side) {
        assertThat(KARABAKH.sideOf(claimant, party)).isEqualTo(side);
    }

    @Test
    void oppositionAndAllianceCountBothWays() {
        assertThat(KARABAKH.opponentsOf("azerbaijan")).containsExactlyInAnyOrder("armenia", "artsakh");
        assertThat(KARABAKH.opponentsOf("artsakh")).containsExactly("azerbaijan");
        for (Party one : KARABAKH.parties()) {
            for (Party other : KARABAKH.parties()) {
                assertThat(KARABAKH.sideOf(one.id(), other.id())).isEqualTo(KARABAKH.sideOf(other.id(), one.id()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shusha, 2020-11-07T12:00:00Z, artsakh",
        "shusha, 2020-11-07T19:59:59Z, artsakh",
        "shusha, 2020-11-07T20:00:00Z, azerbaijan", // the 8th begins at +04:00
        "stepanakert, 2020-10-02T06:00:00Z, artsakh",
        "stepanakert, 2023-09-20T09:00:00Z, artsakh",
        "stepanakert, 2023-10-01T09:00:00Z, azerbaijan",
        "fuzuli, 1990-01-01T00:00:00Z, azerbaijan",
        "fuzuli, 2016-04-02T00:00:00Z, artsakh",
        "talish, 2020-10-02T00:00:00Z, artsakh",
        "ganja, 2020-10-11T00:00:00Z, azerbaijan",
        "jermuk, 2022-09-13T00:00:00Z, armenia",
        "armenia-azerbaijan-border, 2022-09-13T00:00:00Z,",
        "nowhere, 2022-09-13T00:00:00Z,",
    })
    void aPlaceIsHeldByWhoeverHeldItOnThatDay(String place, Instant at, String holder) {
        assertThat(KARABAKH.holderOf(place, at).orElse(null)).isEqualTo(holder);
    }

    @ParameterizedTest
    @CsvSource({
        "Stepanakert, stepanakert",
        "khankendi, stepanakert",
        "XANKƏNDI, stepanakert",
        "สเตพานาเกิร์ต, stepanakert",
        "Nagorno karabakh, nagorno-karabakh",
        "กันจา, ganja",
        "Füzuli, fuzuli",
        "Aghdara, martakert",
    })
    void aPlaceIsFoundByAnyOfItsNames(String name, String place) {
        assertThat(KARABAKH.place(name).orElseThrow().id()).isEqualTo(place);
    }

    @Test
    void theRegionIsBothAPartysNameAndTheTheatre() {
        assertThat(KARABAKH.party("artsakh").orElseThrow().names().in("vi")).contains("Nagorno-Karabakh");
        assertThat(KARABAKH.place("Nagorno-Karabakh").orElseThrow().theatre()).isTrue();
        assertThat(KARABAKH.placeTree().pathOf("stepanakert")).containsExactly("stepanakert", "");
        assertThat(KARABAKH.placeTree().pathOf("talish")).containsExactly("talish", "martakert", "");
    }

    @ParameterizedTest
    @CsvSource({
        "ruben-vardanyan, 2023-02-23, artsakh",
        "ruben-vardanyan, 2023-09-20, ",
        "arayik-harutyunyan, 2020-10-03, artsakh",
        "arayik-harutyunyan, 2023-09-20, ",
        "nikol-pashinyan, 2020-10-03, armenia",
        "serzh-sargsyan, 2016-04-02, armenia",
        "mike-pompeo, 2020-10-14, usa",
        "antony-blinken, 2022-09-13, usa",
        "antonio-guterres, 2022-09-13, un",
    })
    void anOfficeIsHeldForATime(String person, LocalDate day, String party) {
        Person someone = KARABAKH.persons().stream()
                .filter(p -> p.id().equals(person))
                .findFirst()
                .orElseThrow();
        assertThat(someone.tenureOn(day).map(Tenure::party).orElse(null)).isEqualTo(party);
    }

    @ParameterizedTest
    @CsvSource({
        "1992-02-26T00:00:00Z, first-karabakh-war",
        "2016-04-05T12:00:00Z, april-2016",
        "2020-07-14T00:00:00Z, july-2020",
        "2020-09-26T20:00:00Z, second-karabakh-war", // midnight of the 27th at +04:00
        "2020-09-26T19:59:59Z, ",
        "2020-11-10T19:59:59Z, second-karabakh-war",
        "2020-11-10T20:00:00Z, ",
        "2021-11-16T10:00:00Z, november-2021",
        "2022-09-13T00:00:00Z, september-2022",
        "2023-09-20T14:00:00Z, september-2023",
    })
    void anEpisodeLastsFromItsFirstDayToItsLast(Instant at, String episode) {
        assertThat(KARABAKH.episodeAt(at).map(e -> e.episode().id()).orElse(null))
                .isEqualTo(episode);
    }

    @Test
    void namesAreThereInEnglishThaiAndVietnamese() {
        for (Party party : KARABAKH.parties()) {
            for (String language : List.of("en", "th", "vi")) {
                assertThat(party.names().in(language))
                        .as(party.id() + " " + language)
                        .hasSizeGreaterThan(1);
                assertThat(party.people().in(language))
                        .as(party.id() + " " + language)
                        .isNotEmpty();
                assertThat(party.seats().in(language))
                        .as(party.id() + " " + language)
                        .isNotEmpty();
            }
        }
        for (NamedEpisode episode : KARABAKH.episodes()) {
            assertThat(episode.names().byLanguage()).containsKeys("all", "en", "th", "vi");
        }
    }

    /** What is written in another script is not found by its Latin spelling. */
    @ParameterizedTest
    @ValueSource(strings = {"ru", "uk", "hy", "ar"})
    void everybodyAndEveryPlaceIsNamedInOtherScripts(String language) {
        List<Names> names = Stream.of(
                        KARABAKH.parties().stream().flatMap(p -> Stream.of(p.names(), p.people(), p.seats())),
                        KARABAKH.actors().stream().filter(a -> !a.outlet()).map(Actor::names),
                        KARABAKH.persons().stream().map(Person::names),
                        KARABAKH.places().stream().map(Place::names),
                        KARABAKH.episodes().stream().map(NamedEpisode::names))
                .flatMap(n -> n)
                .toList();
        assertThat(names).allSatisfy(n -> assertThat(n.byLanguage()).containsKey(language));
    }

    @ParameterizedTest
    @CsvSource({
        "ru, армянский, armenia",
        "uk, вірменський, armenia",
        "tr, Hankendi, artsakh",
        "az, Qarabağ, artsakh",
        "hy, ՊԲ, artsakh",
        "ar, كاراباخ, artsakh",
        "ar, أذري, azerbaijan",
        "fr, Haut-Karabakh, artsakh",
        "fr, azerbaïdjanais, azerbaijan",
        "es, Bakú, azerbaijan",
        "es, karabají, artsakh",
    })
    void aPartyIsKnownByWhatThePressOfEachLanguageCallsIt(String language, String word, String party) {
        Party named = KARABAKH.party(party).orElseThrow();
        assertThat(Stream.of(named.names(), named.people(), named.seats(), named.organs())
                        .flatMap(n -> n.in(language).stream()))
                .contains(word);
    }
}
