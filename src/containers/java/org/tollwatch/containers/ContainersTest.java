package org.tollwatch.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Volume;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.guard.Role;
import org.tollwatch.guard.Token;
import org.tollwatch.guard.TokensFile;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Reports;

/** The broker, the registry and Tollwatch as containers, under the names of the public images; this machine publishes. */
@Tag("containers")
@Timeout(600)
class ContainersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String CONFLUENT = "/apis/ccompat/v7";
    private static final String KAFKA = System.getProperty("image.kafka", "apache/kafka:4.3.1");
    private static final String REGISTRY = System.getProperty("image.registry", "apicurio/apicurio-registry:3.3.3");
    private static final String TOLLWATCH = System.getProperty("image.tollwatch", "tollwatch:latest");
    private static final String TALLIES = "/api/v1/tallies?conflict=nagorno-karabakh&window=episode,day&limit=1000";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void aKilledContainerComesBackWithTheSameTallies() throws Exception {
        assumeThat(DockerClientFactory.instance().isDockerAvailable())
                .as("There is no Docker here; src/containers/images/build.sh gets it, and makes the images")
                .isTrue();
        Token.Made made = Token.make("test", Set.of(Role.READ), LocalDate.of(2020, 10, 5), new SecureRandom());
        Path tokens = directory.resolve("tokens");
        new TokensFile(tokens).add(made.token());
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-r--r--"));

        try (Network network = Network.newNetwork();
                KafkaContainer kafka = kafka(network);
                GenericContainer<?> registry = registry(network);
                GenericContainer<?> service = service(network, tokens)) {
            Startables.deepStart(kafka, registry).join();
            service.start();
            publish(
                    kafka,
                    registry,
                    Reports.report("r1", Reports.killed("c1", "artsakh", 5, 33).build())
                            .build(),
                    Reports.report(
                                    "r2",
                                    Reports.killed("c2", "azerbaijan", 6, 7).build())
                            .build());
            String known = told(service, made.secret(), "\"best\":33,", "\"best\":40,");

            service.getDockerClient()
                    .killContainerCmd(service.getContainerId())
                    .withSignal("KILL")
                    .exec();
            await().atMost(PATIENCE).until(() -> !service.isRunning());
            long killed = System.nanoTime();
            service.getDockerClient()
                    .startContainerCmd(service.getContainerId())
                    .exec();
            assertThat(told(service, made.secret(), "\"best\":33,", "\"best\":40,"))
                    .isEqualTo(known);
            System.out.println("A killed container answered as before after "
                    + Duration.ofNanos(System.nanoTime() - killed).toMillis() + " ms");

            publish(
                    kafka,
                    registry,
                    Reports.report("r3", Reports.killed("c3", "artsakh", 7, 4).build())
                            .build());
            assertThat(told(service, made.secret(), "\"best\":4,", "\"best\":33,"))
                    .isNotEqualTo(known);
        }
    }

    private static KafkaContainer kafka(Network network) {
        return new KafkaContainer(KAFKA)
                .withNetwork(network)
                .withListener("kafka:19092")
                .withCreateContainerCmdModifier(
                        create -> create.getHostConfig().withPortBindings(PortBinding.parse("127.0.0.1::9092")));
    }

    private static GenericContainer<?> registry(Network network) {
        return new GenericContainer<>(REGISTRY)
                .withNetwork(network)
                .withNetworkAliases("registry")
                .withExposedPorts(8080)
                .withCreateContainerCmdModifier(
                        create -> create.getHostConfig().withPortBindings(PortBinding.parse("127.0.0.1::8080")))
                .waitingFor(Wait.forHttp(CONFLUENT + "/subjects").withStartupTimeout(PATIENCE));
    }

    /** As it is to be run: no rights, a root that cannot be written to, the data on a volume. */
    private static GenericContainer<?> service(Network network, Path tokens) {
        return new GenericContainer<>(TOLLWATCH)
                .withNetwork(network)
                .withExposedPorts(8080)
                .withTmpFs(Map.of("/tmp", "exec"))
                .withCreateContainerCmdModifier(create -> create.withVolumes(new Volume("/var/lib/tollwatch"))
                        .getHostConfig()
                        .withPortBindings(PortBinding.parse("127.0.0.1::8080"))
                        // Testcontainers' own way of binding a file would first start an image of its own.
                        .withBinds(new Bind(tokens.toString(), new Volume("/run/tollwatch/tokens"), AccessMode.ro))
                        .withReadonlyRootfs(true)
                        .withMemory(1L << 30)
                        .withCapDrop(Capability.ALL))
                .withCommand(
                        "up",
                        "--data=/var/lib/tollwatch",
                        "--listen=0.0.0.0",
                        "--tokens=/run/tollwatch/tokens",
                        "--bootstrap-servers=kafka:19092",
                        "--schema-registry=http://registry:8080" + CONFLUENT)
                .waitingFor(Wait.forHttp("/readyz").withStartupTimeout(PATIENCE));
    }

    private static void publish(KafkaContainer kafka, GenericContainer<?> registry, IncidentReport... reports) {
        String url = "http://localhost:" + registry.getMappedPort(8080) + CONFLUENT;
        try (ReportPublisher publisher =
                ReportPublisher.to(Cluster.of(kafka.getBootstrapServers(), url), new SimpleMeterRegistry())) {
            for (IncidentReport report : reports) {
                assertThat(publisher.publish(report, "test", new byte[0])).isEmpty();
            }
            publisher.flush();
        }
    }

    /** All tallies, as soon as all these are in them. */
    private String told(GenericContainer<?> service, String secret, String... wanted) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> answer(service, secret),
                        told -> told.isPresent() && Set.of(wanted).stream().allMatch(told.get()::contains))
                .orElseThrow();
    }

    /** Empty where it does not answer now. */
    private Optional<String> answer(GenericContainer<?> service, String secret) throws InterruptedException {
        // Started again, a container has another port on this machine.
        String port =
                service.getCurrentContainerInfo().getNetworkSettings().getPorts().getBindings().entrySet().stream()
                        .filter(each -> each.getValue() != null && each.getKey().getPort() == 8080)
                        .map(each -> each.getValue()[0].getHostPortSpec())
                        .findFirst()
                        .orElse("0");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + TALLIES))
                .header("Authorization", "Bearer " + secret)
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return Optional.of(answer.body()).filter(body -> answer.statusCode() == 200);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // it does not listen yet
        }
    }
}
