package org.tollwatch.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied to a cluster, as kubectl makes it of k8s/, held to the API's types and to itself. */
@Tag("k8s")
class ManifestsTest {

    private static final Path K8S = Path.of("k8s");

    private static Optional<Kustomize> kustomize = Optional.empty();
    private static String production = "";

    @BeforeAll
    static void render() throws Exception {
        kustomize = Kustomize.find();
        assumeThat(kustomize)
                .as("Neither kubectl nor kustomize is installed; Debian 13: apt install kustomize")
                .isPresent();
        production = kustomize.orElseThrow().render(K8S.resolve("overlays/production"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/small", "overlays/production"})
    void whatIsAppliedIsRight(String folder) throws Exception {
        Manifests manifests = Manifests.read(kustomize.orElseThrow().render(K8S.resolve(folder)));
        assertThat(manifests.wrong()).isEmpty();
        assertThat(manifests.all()).hasSize(7);
    }

    @Test
    void overlaysChangeWhatTheySay() throws Exception {
        JsonNode set = Manifests.read(production).of("StatefulSet").get(0).path("spec");
        assertThat(set.path("replicas").asInt()).isEqualTo(3);
        assertThat(set.at("/template/spec/containers/0/resources/limits/memory").asText())
                .isEqualTo("2Gi");
        assertThat(set.at("/template/spec/topologySpreadConstraints/0/whenUnsatisfiable")
                        .asText())
                .isEqualTo("DoNotSchedule");
        assertThat(set.at("/volumeClaimTemplates/0/spec/resources/requests/storage")
                        .asText())
                .isEqualTo("50Gi");
        List<JsonNode> cluster = Manifests.read(production).of("ConfigMap").stream()
                .filter(map -> map.path("data").has("bootstrap-servers"))
                .toList();
        assertThat(cluster).hasSize(1);
        assertThat(cluster.get(0).at("/data/bootstrap-servers").asText()).contains("kafka-2");
    }

    @Test
    void theCommandAndThePathsAreThoseOfTheImage() throws Exception {
        String dockerfile = Files.readString(Path.of("Dockerfile"));
        JsonNode container = Manifests.read(production).of("StatefulSet").get(0).at("/spec/template/spec/containers/0");
        assertThat(dockerfile).contains("USER 10001:10001").contains("EXPOSE 8080");
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
        assertThat(StreamSupport.stream(container.path("volumeMounts").spliterator(), false)
                        .map(mount -> mount.path("mountPath").asText()))
                .contains("/var/lib/tollwatch", "/tmp");
        assertThat(dockerfile).contains("/var/lib/tollwatch");
    }

    @Test
    void tollwatchKnowsEveryOptionItIsStartedWith() throws Exception {
        Process help = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.tollwatch.cli.Tollwatch",
                        "up",
                        "--help")
                .start();
        String known = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor()).isZero();
        JsonNode arguments =
                Manifests.read(production).of("StatefulSet").get(0).at("/spec/template/spec/containers/0/args");
        assertThat(arguments).hasSizeGreaterThan(5);
        assertThat(arguments.get(0).asText()).isEqualTo("up");
        for (int i = 1; i < arguments.size(); i++) {
            assertThat(known).contains(arguments.get(i).asText().split("=")[0] + "=");
        }
    }

    /** Each replaces the first such words of what would be applied, and each must be told. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            readOnlyRootFilesystem: true     | readOnlyRootFileSystem: true
            replicas: 3                      | replica: 3
            replicas: 3                      | replicas: "3"
            replicas: 3                      | replicas: three
            replicas: 3                      | replicas: 3.5
            minReadySeconds: 10              | minReadySecond: 10
            failureThreshold: 120            | failureTreshold: 120
            periodSeconds: 10                | periodSeconds: "10"
            memory: 2Gi                      | memory: 2Gib
            storage: 50Gi                    | storage: 50 Gi
            storage: 50Gi                    | storage: 0
            sizeLimit: 256Mi                 | sizeLimit: 256MiB
            apiVersion: apps/v1              | apiVersion: apps/v1beta1
            apiVersion: policy/v1            | apiVersion: policy/v1beta1
            kind: StatefulSet                | kind: StatefullSet
            mountPath: /tmp                  | mountPaths: /tmp
            name: tokens                     | name: token
            targetPort: http                 | targetPort: htpp
            serviceName: tollwatch-instances | serviceName: tollwatch
            clusterIP: None                  | clusterIP: ""
            runAsNonRoot: true               | runAsNonRoot: false
            runAsNonRoot: true               | runAsNonRoot: "true"
            maxUnavailable: 1                | maxUnavailble: 1
            whenUnsatisfiable: DoNotSchedule | whenUnsatisfiable: DontSchedule
            podManagementPolicy: Parallel    | podManagementPolicy: parallel
            secretName: tollwatch-tokens     | secretName: tollwatch-token
            key: bootstrap-servers           | key: bootstrap-server
            path: /livez                     | paht: /livez
            - Egress                         | - Outgoing
            protocol: UDP                    | protocol: UPD
            $(POD_NAME)                      | $(PODNAME)
            name: SCHEMA_REGISTRY            | name: REGISTRY
            readinessProbe:                  | readynessProbe:
            fieldPath: metadata.name         | fieldpath: metadata.name
            publishNotReadyAddresses: true   | publishNotReadyAdresses: true
            """)
    void aSlipIsTold(String right, String slip) throws Exception {
        assertThat(production).contains(right);
        int at = production.indexOf(right);
        String slipped = production.substring(0, at) + slip + production.substring(at + right.length());
        assertThat(Manifests.read(slipped).wrong()).as(slip).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"StatefulSet", "Service", "PodDisruptionBudget", "NetworkPolicy"})
    void aSelectorThatSelectsNothingIsTold(String kind) throws Exception {
        int at = production.indexOf("kind: " + kind);
        int selector = production.indexOf("elector:", at);
        int label = production.indexOf("app.kubernetes.io/name: tollwatch", selector);
        String slipped = production.substring(0, label) + "app.kubernetes.io/name: tolwatch"
                + production.substring(label + "app.kubernetes.io/name: tollwatch".length());
        assertThat(Manifests.read(slipped).wrong())
                .anyMatch(told -> told.startsWith(kind) && told.contains("tolwatch"));
    }

    @Test
    void aSlipInAKustomizationIsRefused(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("kustomization.yaml"), "resource:\n  - statefulset.yaml\n");
        assertThatThrownBy(() -> kustomize.orElseThrow().render(directory)).hasMessageContaining("resource");
    }
}
