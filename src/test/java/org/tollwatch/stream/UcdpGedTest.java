package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.conflict.Party;
import org.tollwatch.feed.GedConflicts;
import org.tollwatch.feed.GedReader;
import org.tollwatch.feed.Input;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.LedgerEntry;

/** Eight years of UCDP GED in one country: every dyad and year as the list's own users add it up. */
class UcdpGedTest {

    private static final Path FOLDER = Path.of("..", "shared", "data", "ucdp");
    private static final Path EVENTS = FOLDER.resolve("ged_ukraine_2014_2021.csv.gz");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);

    /** A row of the reference: its columns by name, and the dyad's and the year's. */
    private record Reference(String dyad, int year, Map<String, Long> figures) {}

    private static Conflicts conflicts;
    private static List<IncidentReport> reports;
    private static List<Reference> references;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(EVENTS), "skipped: the UCDP data is not beside the project");
        long start = System.nanoTime();
        conflicts = Conflicts.of(GedConflicts.in(List.of(EVENTS)).toArray(Conflict[]::new));
        List<IncidentReport> read = new ArrayList<>();
        new GedReader(CLOCK, conflicts).read(EVENTS, input -> {
            assertThat(input).isInstanceOf(Input.Taken.class);
            read.add(((Input.Taken<IncidentReport>) input).value());
        });
        reports = read;
        references = references();
        System.out.printf("UCDP GED: %d reports read in %d ms%n", read.size(), (System.nanoTime() - start) / 1_000_000);
    }

    @Test
    void everyDyadAndYearIsExactInEveryColumn() {
        assertThat(references).hasSize(20);
        long start = System.nanoTime();
        assertExact(reports);
        System.out.printf("UCDP GED: 20 dyad-years reckoned in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    @Test
    void eachSourceAsAReportOfItsOwnChangesNothing() {
        Set<String> events = new HashSet<>();
        List<IncidentReport> first = reports.stream()
                .filter(r -> events.add(r.getClaims().get(0).getIncident()))
                .toList();
        assertThat(first).hasSize(2_989);
        assertThat(reports.size()).isGreaterThan(4_100);
        assertExact(first);
    }

    @Test
    void addingUpTheReportsCountsEveryDeathTwice() {
        long naive =
                reports.stream().mapToLong(r -> r.getClaims().get(0).getBest()).sum();
        long true_ =
                references.stream().mapToLong(r -> r.figures().get("ged_best")).sum();
        assertThat((double) naive / true_).isBetween(2.0, 2.2);
    }

    private static void assertExact(List<IncidentReport> given) {
        for (Conflict conflict : conflicts.all()) {
            List<Reference> of = references.stream()
                    .filter(r -> r.dyad().equals(conflict.name()))
                    .toList();
            List<Window> years = of.stream()
                    .map(r -> conflict.calendar().span(LocalDate.of(r.year(), 1, 1), LocalDate.of(r.year() + 1, 1, 1)))
                    .toList();
            List<Tally> tallies = new Reckoning(
                            conflict.partyTree(), conflict.placeTree(), conflict.calendar(), Policy.standard())
                    .tallies(ledger(given, conflict), years, Instant.MAX);
            for (int i = 0; i < of.size(); i++) {
                assertThat(figures(conflict, years.get(i), tallies))
                        .as("%s %d", conflict.name(), of.get(i).year())
                        .isEqualTo(of.get(i).figures());
            }
        }
    }

    private static Collection<Claim> ledger(List<IncidentReport> given, Conflict conflict) {
        Map<String, LedgerEntry> entries = new HashMap<>();
        given.stream()
                .filter(r -> r.getConflict().equals(conflict.id()))
                .flatMap(r -> Entries.of(r).stream())
                .forEach(e -> entries.merge(
                        Keys.claim(e.key, e.value.getClaim().getId()),
                        e.value,
                        (a, b) -> Entries.FIRST_PUBLISHED.compare(a, b) <= 0 ? a : b));
        return entries.values().stream().map(e -> Entries.claim(e, conflict)).toList();
    }

    private static Map<String, Long> figures(Conflict conflict, Window year, List<Tally> tallies) {
        List<Party> sides = conflict.parties();
        Map<String, Long> figures = new LinkedHashMap<>();
        Tally all = tally(tallies, year, "*", Status.ANY);
        figures.put("ged_low", all.low());
        figures.put("ged_best", all.best());
        figures.put("ged_high", all.high());
        figures.put("deaths_a", best(tallies, year, sides.get(0).id(), Status.COMBATANT));
        figures.put("deaths_b", best(tallies, year, sides.get(1).id(), Status.COMBATANT));
        figures.put("deaths_civ", best(tallies, year, "*", Status.CIVILIAN));
        figures.put("deaths_unk", best(tallies, year, "*", Status.UNKNOWN));
        return figures;
    }

    private static long best(List<Tally> tallies, Window year, String party, Status status) {
        Tally tally = tally(tallies, year, party, status);
        return tally == null ? 0 : tally.best();
    }

    private static Tally tally(List<Tally> tallies, Window year, String party, Status status) {
        return tallies.stream()
                .filter(t -> t.window().equals(year)
                        && t.scope().party().equals(party)
                        && t.scope().status() == status
                        && t.scope().place().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<Reference> references() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("reference_dyad_year.csv"), StandardCharsets.UTF_8);
        List<String> columns = List.of(lines.get(0).split(","));
        List<Reference> references = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Map<String, Long> figures = new LinkedHashMap<>();
            for (String name :
                    List.of("ged_low", "ged_best", "ged_high", "deaths_a", "deaths_b", "deaths_civ", "deaths_unk")) {
                figures.put(name, Long.valueOf(cells[columns.indexOf(name)]));
            }
            references.add(new Reference(cells[0], Integer.parseInt(cells[1]), figures));
        }
        return references;
    }
}
