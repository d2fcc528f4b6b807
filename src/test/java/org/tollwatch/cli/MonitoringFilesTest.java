package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tollwatch.cli.MonitoringFiles.Query;

/** What can be said of the dashboards and rules without Prometheus. */
class MonitoringFilesTest {

    private static final Set<String> KINDS = Set.of("timeseries", "stat", "table", "bargauge", "row");

    @Test
    void everyPanelHasAPlaceAnIdATitleAndAsksTheChosenPrometheus() {
        Set<String> uids = new HashSet<>();
        for (Path file : MonitoringFiles.dashboards()) {
            JsonNode board = MonitoringFiles.read(file);
            assertThat(uids.add(board.path("uid").asText())).as(file + ": uid").isTrue();
            assertThat(board.path("title").asText()).as(file + ": title").isNotBlank();
            JsonNode first = board.path("templating").path("list").get(0);
            assertThat(first.path("type").asText()).isEqualTo("datasource");
            assertThat(first.path("name").asText()).isEqualTo("datasource");
            Set<Integer> ids = new HashSet<>();
            Set<String> taken = new HashSet<>();
            for (JsonNode panel : board.path("panels")) {
                String where = file.getFileName() + ": " + panel.path("title").asText();
                assertThat(ids.add(panel.path("id").asInt())).as(where + ": id").isTrue();
                assertThat(panel.path("title").asText()).as(where).isNotBlank();
                assertThat(KINDS).as(where).contains(panel.path("type").asText());
                assertThat(overlaps(panel.path("gridPos"), taken)).as(where).isEmpty();
                if (!panel.path("type").asText().equals("row")) {
                    asksRight(where, panel);
                }
            }
            assertThat(file.getFileName().toString())
                    .isEqualTo(board.path("uid").asText() + ".json");
        }
    }

    private static void asksRight(String where, JsonNode panel) {
        assertThat(panel.path("datasource").path("uid").asText()).as(where).isEqualTo("${datasource}");
        assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                .as(where + ": unit")
                .isNotBlank();
        assertThat(panel.path("targets")).as(where + ": targets").isNotEmpty();
        Set<String> refs = new HashSet<>();
        for (JsonNode target : panel.path("targets")) {
            assertThat(refs.add(target.path("refId").asText())).as(where).isTrue();
            assertThat(target.path("expr").asText()).as(where).isNotBlank();
            assertThat(target.path("datasource").path("uid").asText()).as(where).isEqualTo("${datasource}");
        }
    }

    /** Cells of the 24 columns that another panel has already, or that are beside them. */
    private static List<String> overlaps(JsonNode at, Set<String> taken) {
        List<String> overlaps = new ArrayList<>();
        for (int x = at.path("x").asInt();
                x < at.path("x").asInt() + at.path("w").asInt();
                x++) {
            for (int y = at.path("y").asInt();
                    y < at.path("y").asInt() + at.path("h").asInt();
                    y++) {
                if (x > 23 || !taken.add(x + "," + y)) {
                    overlaps.add(x + "," + y);
                }
            }
        }
        return overlaps;
    }

    @Test
    void whatIsRecordedIsUsedAndWhatIsUsedIsRecorded() {
        Set<String> recorded =
                MonitoringFiles.recordings().stream().map(Query::where).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        for (List<Query> queries :
                List.of(MonitoringFiles.recordings(), MonitoringFiles.alerts(), MonitoringFiles.panels())) {
            queries.forEach(query -> used.addAll(query.names()));
        }
        used.removeIf(name -> !name.contains(":"));
        assertThat(used).isEqualTo(recorded);
    }

    @Test
    void everyRuleHasATestAndSaysHowGraveItIsAndWhatToDo() {
        String tests = MonitoringFiles.read(MonitoringFiles.RULE_TESTS).toString();
        for (JsonNode group : MonitoringFiles.read(MonitoringFiles.RULES).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                if (rule.has("alert")) {
                    String name = rule.path("alert").asText();
                    assertThat(tests).contains("\"alertname\":\"" + name + "\"");
                    assertThat(List.of("critical", "warning", "info"))
                            .as(name)
                            .contains(rule.path("labels").path("severity").asText());
                    assertThat(rule.path("annotations").path("summary").asText())
                            .as(name)
                            .isNotBlank();
                    assertThat(rule.path("annotations").path("do").asText())
                            .as(name)
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void namesAreReadFromAQuery() {
        assertThat(new Query(
                                "",
                                "sum by (le, x) (rate(a_b{c=\"d{e\",f=~\"g\"}[5m])) / on (i) group_left (j) k:l offset 1d > 5"
                                        + " unless h unless up == 1e3")
                        .names())
                .containsExactly("a_b", "h", "k:l");
    }
}
