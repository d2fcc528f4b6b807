package org.tollwatch.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said of docker-compose.yml without Docker; above all of Grafana, which no test starts. */
class ComposeFileTest {

    private static final Path GRAFANA = Path.of("src/containers/compose/grafana");

    private final JsonNode compose = read(Path.of("docker-compose.yml"));

    private static JsonNode read(Path file) {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return new ObjectMapper().valueToTree(loaded);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private Stream<Map.Entry<String, JsonNode>> services() {
        return compose.path("services").properties().stream();
    }

    @Test
    void everythingIsHeldTightBoundedAndOnThisMachineAlone() {
        assertThat(services()).hasSize(7).allSatisfy(each -> {
            JsonNode service = each.getValue();
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.path("security_opt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
            assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]");
            assertThat(service.path("image").asText())
                    .as("can be replaced")
                    .matches("\\$\\{[A-Z]+_IMAGE:-[^}]+:[^}]+}");
            assertThat(service.has("healthcheck") || each.getKey().equals("tollwatch"))
                    .as("has a health check; Tollwatch's is in its image")
                    .isTrue();
            service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        });
    }

    @Test
    void whatIsMountedIsThere() {
        Set<String> volumes = new TreeSet<>();
        compose.path("volumes").fieldNames().forEachRemaining(volumes::add);
        Set<String> used = new TreeSet<>();
        services().flatMap(each -> mounts(each.getValue()).stream()).forEach(mount -> {
            String from = mount.split(":")[0];
            if (from.startsWith("./")) {
                assertThat(Path.of(from)).exists();
                assertThat(mount).endsWith(":ro");
            } else {
                used.add(from);
            }
        });
        assertThat(used).isEqualTo(volumes);
    }

    private static List<String> mounts(JsonNode service) {
        return StreamSupport.stream(service.path("volumes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void whatAServiceWaitsForIsOneAndGetsHealthyOrEnds() {
        services()
                .forEach(each -> each.getValue().path("depends_on").properties().forEach(on -> {
                    assertThat(compose.path("services").has(on.getKey()))
                            .as(on.getKey())
                            .isTrue();
                    assertThat(on.getValue().path("condition").asText())
                            .isEqualTo(
                                    on.getKey().equals("tokens")
                                            ? "service_completed_successfully"
                                            : "service_healthy");
                }));
    }

    @Test
    void grafanaFindsPrometheusAndTheDashboards() throws IOException {
        JsonNode source = read(GRAFANA.resolve("datasources/prometheus.yaml"))
                .path("datasources")
                .get(0);
        URI asked = URI.create(source.path("url").asText());
        assertThat(source.path("type").asText()).isEqualTo("prometheus");
        assertThat(compose.path("services").path(asked.getHost()).path("ports").toString())
                .endsWith(":" + asked.getPort() + "\"]");

        String folder = read(GRAFANA.resolve("dashboards/tollwatch.yaml"))
                .path("providers")
                .get(0)
                .path("options")
                .path("path")
                .asText();
        JsonNode grafana = compose.path("services").path("grafana");
        String mount = mounts(grafana).stream()
                .filter(each -> each.contains(":" + folder + ":"))
                .findFirst()
                .orElseThrow();
        Path dashboards = Path.of(mount.split(":")[0]);
        String home = grafana.path("environment")
                .path("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                .asText();
        assertThat(home).startsWith(folder + "/");
        assertThat(dashboards.resolve(home.substring(folder.length() + 1))).exists();
        for (String kind : List.of("datasources", "dashboards")) {
            assertThat(mounts(grafana))
                    .contains("./" + GRAFANA + "/" + kind + ":/etc/grafana/provisioning/" + kind + ":ro");
        }
    }
}
