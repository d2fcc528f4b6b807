package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandTest {

    private static final Path BUNDLED = Path.of("src/main/resources/alerts/default.yaml");
    private static final String ARTICLE =
            "{\"id\":\"%s\",\"source\":\"wire\",\"language\":\"en\",\"publishedAt\":\"%s\","
                    + "\"title\":\"Karabakh\",\"text\":\"The Ministry of Defense of Artsakh said on %s that %d of its servicemen were killed"
                    + " on %s.\"}\n";

    @TempDir
    Path folder;

    @Test
    void aFileOfRulesIsCheckedByLineAndField() throws IOException {
        assertThat(CommandRun.of("alerts", "check", BUNDLED).status()).isZero();
        CommandRun run = CommandRun.of(
                "alerts", "check", file("rules.yaml", "rules:\n  heavy: {measure: KILLED, treshold: {at: 5}}\n"));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .contains("rules.yaml:2: rules.heavy.treshold: unknown field", "Did you mean 'threshold'?");
    }

    @Test
    void aBacktestTellsWhatWouldHaveFiredByWhatWasKnownThen() throws IOException {
        Path articles = file(
                "articles.jsonl",
                ARTICLE.formatted("a", "2020-10-02T18:00:00Z", "2 October", 54, "2 October")
                        + ARTICLE.formatted("b", "2020-10-03T18:00:00Z", "3 October", 12, "3 October")
                        + ARTICLE.formatted("c", "2020-10-04T18:00:00Z", "4 October", 61, "4 October"));
        Path rules = file(
                "rules.yaml",
                "rules:\n  heavy: {party: artsakh, measure: KILLED, status: COMBATANT, origins: 1, threshold: {at: 50}}\n");
        List<String> told = CommandRun.of(
                        "alerts", "backtest", "--from", "2020-10-01", "--to", "2020-10-30", "--rules", rules, articles)
                .succeeded()
                .lines();
        assertThat(told)
                .containsExactly(
                        "2020-10-02T22:00+04:00  heavy  established: Artsakh, killed, combatant, day 2020-10-02: 54: reaches 50",
                        "2020-10-04T00:00+04:00  heavy  over: Artsakh, killed, combatant, day 2020-10-02: 54: its time is over",
                        "2020-10-04T22:00+04:00  heavy  established: Artsakh, killed, combatant, day 2020-10-04: 61: reaches 50",
                        "Nagorno-Karabakh conflict: 2 alerts, 3 messages");
        assertThat(CommandRun.of(
                                "alerts",
                                "backtest",
                                "--from",
                                "2020-10-03",
                                "--to",
                                "2020-10-03",
                                "--rules",
                                rules,
                                articles)
                        .succeeded()
                        .lines())
                .containsExactly("Nagorno-Karabakh conflict: 0 alerts, 0 messages");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
