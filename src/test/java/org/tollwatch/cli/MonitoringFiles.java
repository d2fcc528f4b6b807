package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the files for Prometheus and Grafana ask for. */
final class MonitoringFiles {

    static final Path DIRECTORY = Path.of("k8s/monitoring");
    static final Path RULES = DIRECTORY.resolve("tollwatch.rules.yml");
    static final Path RULE_TESTS = DIRECTORY.resolve("tollwatch.rules.test.yml");

    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()(?![a-zA-Z0-9_:])");
    private static final Pattern OF_A_LIST =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");
    /** Prometheus's own. */
    private static final Set<String> GIVEN = Set.of("up", "ALERTS");

    private MonitoringFiles() {}

    /**
     * A question to Prometheus.
     *
     * @param where file and rule or panel
     */
    record Query(String where, String text) {

        /** The names of metrics in it, without those that Prometheus makes itself. */
        Set<String> names() {
            String bare = text.replaceAll("\"[^\"]*\"", "")
                    .replaceAll("\\{[^}]*}", "")
                    .replaceAll("\\[[^]]*]", "")
                    .replaceAll("offset\\s+\\w+", "");
            bare = OF_A_LIST.matcher(bare).replaceAll("");
            Set<String> names = new TreeSet<>();
            Matcher found = NAME.matcher(bare);
            while (found.find()) {
                names.add(found.group());
            }
            names.removeAll(WORDS);
            names.removeAll(GIVEN);
            return names;
        }
    }

    /** Rules that record, by the name of what they record. */
    static List<Query> recordings() {
        return rules("record");
    }

    static List<Query> alerts() {
        return rules("alert");
    }

    private static List<Query> rules(String kind) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode group : read(RULES).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                if (rule.has(kind)) {
                    queries.add(new Query(
                            rule.path(kind).asText(), rule.path("expr").asText()));
                }
            }
        }
        return queries;
    }

    static List<Path> dashboards() {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("grafana"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all panels, each target by itself. */
    static List<Query> panels() {
        List<Query> queries = new ArrayList<>();
        for (Path file : dashboards()) {
            for (JsonNode panel : read(file).path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    String where =
                            file.getFileName() + ": " + panel.path("title").asText() + " "
                                    + target.path("refId").asText();
                    queries.add(new Query(where, target.path("expr").asText()));
                }
            }
        }
        return queries;
    }

    /** What the choosers of the dashboards are filled from. */
    static List<Query> variables() {
        List<Query> queries = new ArrayList<>();
        for (Path file : dashboards()) {
            for (JsonNode variable : read(file).path("templating").path("list")) {
                if (variable.path("type").asText().equals("query")) {
                    String text = variable.path("query").path("query").asText();
                    String where =
                            file.getFileName() + ": $" + variable.path("name").asText();
                    queries.add(new Query(where, text.replaceAll("^label_values\\((.*),[^,]*\\)$", "$1")));
                }
            }
        }
        return queries;
    }

    static JsonNode read(Path file) {
        try {
            ObjectMapper mapper = file.toString().endsWith(".json") ? new ObjectMapper() : new YAMLMapper();
            return mapper.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
