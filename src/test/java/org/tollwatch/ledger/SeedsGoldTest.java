package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tollwatch.ledger.Fixtures.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The seed reports' gold claims, reckoned: the method by itself, whatever the extraction makes of the texts. */
class SeedsGoldTest {

    private static final Path SEEDS = Path.of("..", "shared", "seeds");
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(4);
    private static final Map<String, String> PARTY_OF =
            Map.of("ARM", "armenia", "NKR", "artsakh", "AZE", "azerbaijan", "USA", "usa", "RUS", "rus");
    private static final Scope KILLED = new Scope("nagorno-karabakh", Scope.ALL, Measure.KILLED, "", Status.ANY, "");

    private static List<Tally> early;
    private static List<Tally> autumn2020;
    private static List<Tally> september2022;
    private static List<Tally> september2023;
    private static List<Tally> firstWar;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(SEEDS.resolve("gold.jsonl")), "skipped: the seed reports are not beside the project");
        ObjectMapper json = new ObjectMapper();
        Map<String, Instant> published = new HashMap<>();
        for (String line : Files.readAllLines(SEEDS.resolve("articles.jsonl"))) {
            JsonNode article = json.readTree(line);
            published.put(
                    article.get("file").asText(),
                    Instant.parse(article.get("publishedAt").asText()));
        }
        List<Claim> claims = new ArrayList<>();
        for (String line : Files.readAllLines(SEEDS.resolve("gold.jsonl"))) {
            claims.add(claim(json.readTree(line), published));
        }
        early = reckon(claims, span("2020-09-27", "2020-10-04"));
        autumn2020 = reckon(claims, span("2020-09-27", "2020-11-11"));
        september2022 = reckon(claims, span("2022-09-12", "2022-09-15"));
        september2023 = reckon(claims, span("2023-09-19", "2023-09-21"));
        firstWar = reckon(claims, span("1988-01-01", "1995-01-01"));
    }

    @Test
    void theFirstWeekOfAutumn2020() {
        assertThat(figure(of(early, KILLED))).isEqualTo("180 200 200");
        assertThat(figure(of(early, KILLED.withStatus(Status.CIVILIAN)))).isEqualTo("30 30 30");
        assertThat(figure(of(early, KILLED.withParty("artsakh").withStatus(Status.COMBATANT))))
                .isEqualTo("105 105 open");
        assertThat(figure(of(early, measure(Measure.WOUNDED)))).isEqualTo("200 200 999");
        assertThat(of(early, measure(Measure.STRIKES).withPlace("Stepanakert")).low())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theEpisodes() {
        assertThat(figure(of(autumn2020, KILLED))).isEqualTo("6600 6600 open");
        assertThat(figure(of(september2022, KILLED.withParty("armenia").withStatus(Status.COMBATANT))))
                .isEqualTo("49 49 open");
        assertThat(of(
                        september2022,
                        measure(Measure.CASUALTIES).withParty("azerbaijan").withStatus(Status.COMBATANT)))
                .satisfies(t -> assertThat(List.of(t.low(), t.best())).containsExactly(50L, 50L));
        Tally artsakh = of(september2023, KILLED.withParty("artsakh"));
        assertThat(List.of(artsakh.low(), artsakh.high())).containsExactly(32L, 100L);
        assertThat(figure(of(
                        september2023,
                        measure(Measure.EVACUATED).withParty("artsakh").withStatus(Status.CIVILIAN))))
                .isEqualTo("2000 2000 open");
        assertThat(figure(of(firstWar, KILLED))).isEqualTo("27000 30000 33000");
        assertThat(figure(of(firstWar, measure(Measure.DISPLACED)))).isEqualTo("1000000 1000000 open");
    }

    private static Scope measure(Measure measure) {
        return new Scope(KILLED.conflict(), Scope.ALL, measure, "", Status.ANY, "");
    }

    private static Tally of(List<Tally> tallies, Scope scope) {
        return tallies.stream()
                .filter(t -> t.scope().equals(scope) && t.window().kind() == WindowKind.SPAN)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tally for " + scope));
    }

    private static List<Tally> reckon(List<Claim> claims, Window window) {
        Calendar calendar = new Calendar(ZONE, List.of());
        return new Reckoning(Fixtures.PARTIES, new Hierarchy("", Map.of()), calendar, Policy.standard())
                .tallies(claims, List.of(window), Instant.MAX);
    }

    private static Window span(String from, String to) {
        return new Window(WindowKind.SPAN, new Period(start(from), start(to)));
    }

    private static Instant start(String date) {
        return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    }

    private static Claim claim(JsonNode gold, Map<String, Instant> published) {
        Measure measure = Measure.valueOf(gold.get("measure").asText());
        String party =
                gold.path("party").isNull() ? Scope.ALL : gold.get("party").asText();
        Status status = gold.path("status").isTextual()
                ? Status.valueOf(gold.get("status").asText())
                : Status.ANY;
        String place = gold.path("place").asText().startsWith("Stepanakert") ? "Stepanakert" : "";
        String item = measure == Measure.EQUIPMENT_LOST ? "equipment" : "";
        long low = gold.get("low").asLong();
        long best = gold.get("best").isNull() ? low : gold.get("best").asLong();
        long high = gold.get("high").isNull() ? Count.OPEN : gold.get("high").asLong();
        String code = gold.get("claimant").asText();
        String side = gold.get("claimantSide").asText();
        boolean official = PARTY_OF.containsKey(code.split(":")[0]) && !code.contains("former");
        String account = code.equals("ARTICLE") ? "outlet " + gold.get("file").asText() : official ? side : code;
        Coverage coverage = Coverage.valueOf(gold.get("coverage").asText().toUpperCase(java.util.Locale.ROOT));
        boolean whole = coverage != Coverage.INCIDENT && !gold.path("party").isNull();
        return new Claim(
                gold.get("id").asText(),
                new Scope("nagorno-karabakh", party, measure, item, status, place),
                account,
                sideOf(side, party),
                new Count(low, best, high),
                period(gold),
                coverage == Coverage.CUMULATIVE,
                whole ? Extent.WHOLE : Extent.PART,
                coverage,
                "",
                published.get(gold.get("file").asText()),
                Optional.empty(),
                "");
    }

    /** Gold dates are inclusive, and may be years. */
    private static Period period(JsonNode gold) {
        String to = gold.get("to").asText();
        String from = gold.get("from").isNull() ? to : gold.get("from").asText();
        LocalDate first = LocalDate.parse(from.length() == 4 ? from + "-01-01" : from);
        LocalDate last = LocalDate.parse(to.length() == 4 ? to + "-12-31" : to);
        return new Period(start(first.toString()), start(last.plusDays(1).toString()));
    }

    private static Side sideOf(String claimant, String party) {
        boolean armenian = claimant.equals("armenia") || claimant.equals("artsakh");
        boolean azerbaijani = claimant.equals("azerbaijan");
        if (!armenian && !azerbaijani) {
            return Side.INDEPENDENT;
        }
        if (party.equals(Scope.ALL)) {
            return Side.SELF;
        }
        return armenian == !party.equals("azerbaijan") ? Side.SELF : Side.ADVERSARY;
    }
}
