package org.tollwatch.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.ledger.Side;

/** The bundled file on Gaza, the West Bank and Lebanon, and what the reckoning and the extraction ask of it. */
class GazaLebanonTest {

    private static final Conflict GAZA =
            Conflicts.bundled().byId("gaza-lebanon").orElseThrow();

    private static final List<String> LANGUAGES =
            List.of("en", "th", "vi", "ru", "uk", "tr", "az", "hy", "ar", "fr", "es");

    @ParameterizedTest
    @CsvSource({
        "gaza, palestine, SELF",
        "hamas, gaza, SELF",
        "palestine, west-bank, SELF",
        "gaza, west-bank, SELF",
        "hezbollah, lebanon, SELF",
        "lebanon, hezbollah, SELF",
        "iran, hezbollah, SELF",
        "iran, gaza, INDEPENDENT",
        "israel, gaza, ADVERSARY",
        "israel, houthis, ADVERSARY",
        "hamas, israel, ADVERSARY",
        "iran, israel, ADVERSARY",
        "lebanon, gaza, INDEPENDENT",
        "usa, israel, INDEPENDENT",
        "ocha, gaza, INDEPENDENT",
        "israel, *, SELF",
    })
    void whoStandsWhere(String claimant, String party, Side side) {
        assertThat(GAZA.sideOf(claimant, party)).isEqualTo(side);
    }

    @Test
    void organsAddUpInTheirParty() {
        assertThat(GAZA.partyTree().pathOf("hamas")).containsExactly("hamas", "gaza", "palestine", "*");
        assertThat(GAZA.partyTree().pathOf("hezbollah")).containsExactly("hezbollah", "lebanon", "*");
        assertThat(GAZA.partyTree().pathOf("houthis")).containsExactly("houthis", "yemen", "*");
        assertThat(GAZA.opponentsOf("palestinian-islamic-jihad")).containsExactly("israel");
        assertThat(GAZA.opponentsOf("israel"))
                .hasSize(GAZA.parties().size() - 1)
                .contains("gaza", "hezbollah", "iran", "houthis");
    }

    @ParameterizedTest
    @CsvSource({
        "jabalia, 2024-10-20T12:00:00Z, gaza",
        "al-shifa, 2023-11-15T12:00:00Z, gaza",
        "rafah, 2024-05-27T12:00:00Z, gaza",
        "jenin, 2023-07-03T12:00:00Z, west-bank",
        "east-jerusalem, 2021-05-10T12:00:00Z, west-bank",
        "sderot, 2023-10-07T06:00:00Z, israel",
        "beeri, 2023-10-07T06:00:00Z, israel",
        "majdal-shams, 2024-07-27T15:00:00Z, israel",
        "dahieh, 2024-09-27T15:00:00Z, lebanon",
        "baalbek, 2024-10-28T15:00:00Z, lebanon",
        "evin, 2025-06-23T09:00:00Z, iran",
        "sanaa, 2014-09-19T09:00:00Z, yemen",
        "sanaa, 2025-08-28T09:00:00Z, houthis",
        "ras-isa, 2025-04-17T20:00:00Z, houthis",
        "damascus, 2024-04-01T15:00:00Z,",
    })
    void aPlaceIsHeldByWhoeverHeldItOnThatDay(String place, Instant at, String holder) {
        assertThat(GAZA.holderOf(place, at).orElse(null)).isEqualTo(holder);
    }

    @ParameterizedTest
    @CsvSource({
        "Khan Yunis, khan-younis",
        "خان يونس, khan-younis",
        "Хан-Юнис, khan-younis",
        "คานยูนิส, khan-younis",
        "Han Yunus, khan-younis",
        "Nousseirat, nuseirat",
        "Yenín, jenin",
        "Нагария, nahariya",
        "Բեյրութ, beirut",
        "Dải Gaza, gaza-strip",
        "sector de nada, ",
    })
    void aPlaceIsFoundByAnyOfItsNames(String name, String place) {
        assertThat(GAZA.place(name).map(Place::id).orElse(null)).isEqualTo(place);
    }

    @Test
    void aLandNamedLikeAPartyIsTheatre() {
        for (String land : List.of("gaza-strip", "west-bank", "israel", "lebanon", "iran", "yemen")) {
            assertThat(GAZA.place(land).orElseThrow().theatre()).as(land).isTrue();
        }
        assertThat(GAZA.placeTree().pathOf("shujaiya")).containsExactly("shujaiya", "gaza-city", "");
    }

    @ParameterizedTest
    @CsvSource({
        "ashraf-al-qudra, 2023-11-01, gaza",
        "benjamin-netanyahu, 2021-05-12, israel",
        "benjamin-netanyahu, 2022-01-01, ",
        "daniel-hagari, 2024-05-01, israel",
        "ismail-haniyeh, 2024-08-01, ",
        "firass-abiad, 2024-09-23, lebanon",
        "hassan-nasrallah, 2024-09-28, ",
        "hossein-kermanpour, 2025-06-22, iran",
        "yahya-saree, 2024-01-12, houthis",
        "philippe-lazzarini, 2024-02-01, unrwa",
    })
    void anOfficeIsHeldForATime(String person, LocalDate day, String party) {
        Person someone = GAZA.persons().stream()
                .filter(p -> p.id().equals(person))
                .findFirst()
                .orElseThrow();
        assertThat(someone.tenureOn(day).map(Tenure::party).orElse(null)).isEqualTo(party);
    }

    @ParameterizedTest
    @CsvSource({
        "2006-08-14T20:59:59Z, lebanon-2006", // midnight of the 15th at +03:00
        "2006-08-14T21:00:00Z, ",
        "2009-01-10T00:00:00Z, gaza-2008",
        "2012-11-20T00:00:00Z, gaza-2012",
        "2014-08-01T00:00:00Z, gaza-2014",
        "2021-05-15T00:00:00Z, gaza-2021",
        "2022-08-06T00:00:00Z, gaza-2022",
        "2023-10-06T20:59:59Z, ",
        "2023-10-06T21:00:00Z, gaza-war", // midnight of the 7th at +03:00
        "2023-11-26T00:00:00Z, gaza-war",
        "2025-06-15T00:00:00Z, gaza-war",
        "2026-01-15T00:00:00Z, gaza-war",
    })
    void anEpisodeLastsFromItsFirstDayToItsLast(Instant at, String episode) {
        assertThat(GAZA.episodeAt(at).map(e -> e.episode().id()).orElse(null)).isEqualTo(episode);
    }

    @ParameterizedTest
    @CsvSource({
        "Gaza Health Ministry, gaza",
        "وزارة الصحة في غزة, gaza",
        "Gazze Sağlık Bakanlığı, gaza",
        "минздрав Газы, gaza",
        "МОЗ Гази, gaza",
        "Ministerio de Sanidad gazatí, gaza",
        "Défense civile de Gaza, gaza",
        "กระทรวงสาธารณสุขกาซา, gaza",
        "Bộ Y tế Gaza, gaza",
        "Qəzza Səhiyyə Nazirliyi, gaza",
        "ЦАХАЛ, israel",
        "Tsahal, israel",
        "جيش الاحتلال, israel",
        "Al-Qassam Brigades, hamas",
        "سرايا القدس, palestinian-islamic-jihad",
        "Palestinians, palestine",
        "Palestinian Red Crescent, palestine",
        "Ministère libanais de la Santé, lebanon",
        "КСИР, iran",
    })
    void aBodyIsItsPartys(String name, String party) {
        assertThat(new NameBook(GAZA).party(name).map(Party::id).orElse(null)).isEqualTo(party);
    }

    @Test
    void namesAreThereInElevenLanguages() {
        for (Party party : GAZA.parties()) {
            for (String language : LANGUAGES) {
                assertThat(party.names().in(language))
                        .as(party.id() + " " + language)
                        .isNotEmpty();
            }
        }
        for (String id : List.of("israel", "palestine", "gaza", "hamas", "lebanon", "iran")) {
            for (String language : LANGUAGES) {
                assertThat(GAZA.party(id).orElseThrow().organs().byLanguage())
                        .as(id)
                        .containsKey(language);
            }
        }
        for (NamedEpisode episode : GAZA.episodes()) {
            assertThat(episode.names().byLanguage()).as(episode.toString()).containsKeys("all", "ar", "ru", "fr");
        }
    }
}
