package org.tollwatch.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.ledger.Side;

/** What the reckoning and the extraction ask of the bundled file on the war between Russia and Ukraine. */
class RussiaUkraineTest {

    private static final List<String> LANGUAGES =
            List.of("en", "th", "vi", "ru", "uk", "tr", "az", "hy", "ar", "fr", "es");

    private static final Conflict WAR =
            Conflicts.bundled().byId("russia-ukraine").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "russia, russia, SELF",
        "russia, dpr, SELF",
        "lpr, russia, SELF",
        "dpr, lpr, SELF",
        "dpr, separatists, SELF",
        "wagner, russia, SELF",
        "russia, north-korea, SELF",
        "ukraine, ukraine, SELF",
        "ukraine, russia, ADVERSARY",
        "ukraine, wagner, ADVERSARY",
        "ukraine, dpr, ADVERSARY",
        "ukraine, north-korea, ADVERSARY",
        "lpr, ukraine, ADVERSARY",
        "wagner, ukraine, ADVERSARY",
        "kor, north-korea, INDEPENDENT",
        "blr, ukraine, INDEPENDENT",
        "mediazona, russia, INDEPENDENT",
        "ohchr, *, INDEPENDENT",
    })
    void alliesAreSelfAndOpponentsAdversary(String claimant, String party, Side side) {
        assertThat(WAR.sideOf(claimant, party)).isEqualTo(side);
    }

    @Test
    void theDonbasRepublicsLieInTheirUmbrellaAndWagnerInRussia() {
        assertThat(WAR.partyTree().pathOf("dpr")).containsExactly("dpr", "separatists", "*");
        assertThat(WAR.partyTree().pathOf("wagner")).containsExactly("wagner", "russia", "*");
    }

    @ParameterizedTest
    @CsvSource({
        "donetsk, 2014-03-01T00:00:00Z, ukraine",
        "donetsk, 2015-02-01T00:00:00Z, dpr",
        "donetsk, 2023-02-01T00:00:00Z, russia",
        "luhansk, 2014-08-18T00:00:00Z, lpr",
        "sloviansk, 2014-06-01T00:00:00Z, dpr",
        "sloviansk, 2022-06-01T00:00:00Z, ukraine",
        "sevastopol, 2014-03-01T00:00:00Z, ukraine",
        "sevastopol, 2023-09-22T00:00:00Z, russia",
        "mariupol, 2022-03-16T00:00:00Z, ukraine",
        "mariupol, 2022-06-01T00:00:00Z, russia",
        "kherson, 2022-07-01T00:00:00Z, russia",
        "kherson, 2022-11-10T21:59:59Z, russia",
        "kherson, 2022-11-10T22:00:00Z, ukraine", // the 11th begins at +02:00
        "bucha, 2022-03-15T00:00:00Z, russia",
        "bucha, 2022-04-02T00:00:00Z, ukraine",
        "bakhmut, 2023-01-15T00:00:00Z, ukraine",
        "bakhmut, 2024-01-15T00:00:00Z, russia",
        "avdiivka, 2024-02-16T00:00:00Z, ukraine",
        "avdiivka, 2024-02-20T00:00:00Z, russia",
        "sudzha, 2024-07-01T00:00:00Z, russia",
        "sudzha, 2024-10-01T00:00:00Z, ukraine",
        "sudzha, 2025-04-01T00:00:00Z, russia",
        "belgorod, 2023-12-30T00:00:00Z, russia",
        "okhmatdyt, 2024-07-08T00:00:00Z, ukraine",
        "black-sea, 2022-07-01T00:00:00Z,",
    })
    void aPlaceIsHeldByWhoeverHeldItOnThatDay(String place, Instant at, String holder) {
        assertThat(WAR.holderOf(place, at).orElse(null)).isEqualTo(holder);
    }

    @ParameterizedTest
    @CsvSource({
        "Kiev, kyiv",
        "Києва, kyiv",
        "Артёмовск, bakhmut",
        "Bajmut, bakhmut",
        "باخموت, bakhmut",
        "บัคมุต, bakhmut",
        "Marioupol, mariupol",
        "Harkiv, kharkiv",
        "Xerson, kherson",
        "Լուգանսկ, luhansk",
        "Leópolis, lviv",
        "Суджа, sudzha",
        "Mátxcơva, moscow",
    })
    void aPlaceIsFoundByAnyOfItsNames(String name, String place) {
        assertThat(WAR.place(name).orElseThrow().id()).isEqualTo(place);
    }

    @Test
    void aTownLiesInItsOblast() {
        assertThat(WAR.placeTree().pathOf("azovstal")).containsExactly("azovstal", "mariupol", "donetsk-oblast", "");
        assertThat(WAR.place("Donbas").orElseThrow().theatre()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "volodymyr-zelensky, 2022-02-24, ukraine",
        "petro-poroshenko, 2014-08-29, ukraine",
        "petro-poroshenko, 2022-02-24, ",
        "vladimir-putin, 2014-03-18, russia",
        "denis-pushilin, 2022-03-14, dpr",
        "leonid-pasechnik, 2022-03-14, lpr",
        "yevgeny-prigozhin, 2023-05-24, wagner",
        "yevgeny-prigozhin, 2023-12-01, ",
        "mark-rutte, 2014-07-17, nld",
        "mark-rutte, 2025-02-01, nato",
        "matilda-bogner, 2022-03-01, ohchr",
    })
    void anOfficeIsHeldForATime(String person, LocalDate day, String party) {
        Person someone = WAR.persons().stream()
                .filter(p -> p.id().equals(person))
                .findFirst()
                .orElseThrow();
        assertThat(someone.tenureOn(day).map(Tenure::party).orElse(null)).isEqualTo(party);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-18T12:00:00Z, crimea-annexation",
        "2014-04-10T12:00:00Z, ",
        "2014-08-29T00:00:00Z, donbas-war",
        "2015-02-20T21:59:59Z, donbas-war",
        "2015-02-20T22:00:00Z, donbas-stalemate",
        "2022-02-23T21:59:59Z, donbas-stalemate",
        "2022-02-23T22:00:00Z, full-scale-invasion",
        "2025-11-01T00:00:00Z, full-scale-invasion",
    })
    void anEpisodeLastsFromItsFirstDayToItsLast(Instant at, String episode) {
        assertThat(WAR.episodeAt(at).map(e -> e.episode().id()).orElse(null)).isEqualTo(episode);
    }

    @Test
    void sidesAreNamedInElevenLanguages() {
        for (Party party : WAR.parties()) {
            for (String language : LANGUAGES) {
                assertThat(party.names().in(language))
                        .as(party.id() + " " + language)
                        .isNotEmpty();
            }
        }
        for (String side : List.of("russia", "ukraine")) {
            Party party = WAR.party(side).orElseThrow();
            for (String language : LANGUAGES) {
                assertThat(party.people().in(language))
                        .as(side + " " + language)
                        .isNotEmpty();
                assertThat(party.organs().byLanguage()).as(side).containsKey(language);
            }
        }
    }
}
