package org.tollwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.ledger.WindowKind;

class RulesReaderTest {

    private static final String GOOD = """
            recent: 3d
            receivers:
              - alertmanager: http://127.0.0.1:9093
              - {webhook: "https://desk.example/hook", secret: {env: HOOK_SECRET}}
            rules:
              heavy:
                severity: critical
                conflict: nagorno-karabakh
                party: [Artsakh, azerbaijan]
                measure: killed
                place: each
                window: week
                threshold: {at: 50, figure: low}
                tiers: established
                origins: 3
                held: 90m
            """;

    @Test
    void whatIsWrittenIsRead() {
        Rules rules = read(GOOD);
        Rule rule = rules.rules().get(0);
        assertThat(rules.recent()).isEqualTo(Duration.ofDays(3));
        assertThat(rules.receivers()).hasSize(2);
        assertThat(rule.selector().parties()).isEqualTo(Choice.of("artsakh", "azerbaijan"));
        assertThat(rule.selector().measures()).isEqualTo(Choice.of("KILLED"));
        assertThat(rule.selector().places()).isEqualTo(Choice.EACH);
        assertThat(rule.selector().window()).isEqualTo(WindowKind.WEEK);
        assertThat(rule.condition()).isEqualTo(new Condition.Threshold(50, Optional.of(Condition.Bound.LOW)));
        assertThat(rule.tiers()).containsExactly(Tier.ESTABLISHED);
        assertThat(rule.origins()).isEqualTo(3);
        assertThat(rule.held()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void whatComesWithTollwatchCanBeUsed() {
        assertThat(RulesFile.bundled(Conflicts.bundled()).rules()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    severity: critical | severty: x        | rules.heavy.severty | Did you mean 'severity'?
                    at: 50             | att: 50           | rules.heavy.threshold.att | Did you mean 'at'?
                    at: 50             | at: many          | rules.heavy.threshold.at | whole number
                    window: week       | window: year      | rules.heavy.window | Known: day, episode, month, week
                    measure: killed    | measure: kiled    | rules.heavy.measure | measure 'kiled'
                    measure: killed    | status: ANY       | rules.heavy | 'measure' is missing
                    [Artsakh           | [Atlantis         | rules.heavy.party | there is no party 'Atlantis'
                    nagorno-karabakh   | nagorno-karabach  | rules.heavy.conflict | Did you mean 'nagorno-karabakh'?
                    held: 90m          | held: long        | rules.heavy.held | 90m, 6h
                    held: 90m          | first: place      | rules.heavy | asks for threshold and first
                    tiers: established | tiers: sure       | rules.heavy.tiers | there is no tier 'sure'
                    {env: HOOK_SECRET} | hunter2           | secret | does not stand in this file
                    http://127.0.0.1   | 127.0.0.1         | alertmanager | http://host:port/path
                    """)
    void whatIsWrongIsToldWithFileLineAndField(String right, String wrong, String field, String advice) {
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(DataFileException.class)
                .hasMessageMatching("(?s)rules\\.yaml:\\d+: .*")
                .hasMessageContaining(field)
                .hasMessageContaining(advice);
    }

    private static Rules read(String text) {
        return new RulesReader(Conflicts.bundled()).read("rules.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
