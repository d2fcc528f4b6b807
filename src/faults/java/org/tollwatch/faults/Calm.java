package org.tollwatch.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.policy.Policies;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.serve.Beside;
import org.tollwatch.serve.Door;
import org.tollwatch.serve.Instruments;
import org.tollwatch.serve.Server;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;
import org.tollwatch.stream.Topics;

/** The same reports counted by one instance on a broker and a registry of its own, with nothing to disturb it. */
final class Calm implements AutoCloseable {

    private final LocalCluster cluster;
    private final Instruments instruments;
    private final TallyService service;
    private final Server server;
    private final Registry registry;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AvroSerde<IncidentReport> serde;
    private int given;

    Calm(Path directory) {
        cluster = LocalCluster.start(directory);
        instruments = Instruments.on(directory);
        Settings settings =
                Settings.of(Cluster.of(cluster.bootstrapServers(), cluster.registryUrl()), directory.resolve("state"));
        service = TallyService.start(settings, Conflicts.bundled(), Policy.standard(), instruments.registry());
        server = Server.start(
                Door.loopback(0),
                service,
                Conflicts.bundled(),
                Policies.bundled(),
                instruments.registry(),
                Beside.NOTHING);
        registry = Registry.at(cluster.registryUrl());
        serde = AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Takes in what is new, each report once, and returns when it is counted. */
    void count(List<IncidentReport> reports) {
        for (IncidentReport report : reports.subList(given, reports.size())) {
            producer.send(new ProducerRecord<>(
                    Topics.REPORTS,
                    report.getId().getBytes(StandardCharsets.UTF_8),
                    serde.serializer().serialize(Topics.REPORTS, report)));
        }
        producer.flush();
        given = reports.size();
        service.awaitQuiet(progress -> {});
    }

    String brokers() {
        return cluster.bootstrapServers();
    }

    String get(String path) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the undisturbed one says " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
        server.close();
        service.close();
        instruments.close();
        cluster.close();
    }
}
