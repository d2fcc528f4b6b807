package org.tollwatch.serve;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.ExtractingReader;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.ledger.Policy;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.policy.Policies;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;

/** The whole service on a broker of its own, asked over HTTP. */
final class Running implements AutoCloseable {

    static final Conflicts CONFLICTS = Conflicts.bundled();

    private final Instruments instruments;
    final LocalCluster cluster;
    final TallyService service;
    final Server server;
    final ReportPublisher publisher;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Running(Path directory) {
        instruments = Instruments.on(directory);
        PrometheusMeterRegistry meters = instruments.registry();
        cluster = LocalCluster.start(directory);
        service = TallyService.start(
                Settings.of(cluster.at(), directory.resolve("state")), CONFLICTS, Policy.standard(), meters);
        server = Server.start(Door.loopback(0), service, CONFLICTS, Policies.bundled(), meters);
        publisher = ReportPublisher.to(cluster.at(), meters);
    }

    /** Another that answers for the same service. */
    Server another() {
        return another(Door.loopback(0));
    }

    Server another(Door door) {
        return Server.start(
                door, service, CONFLICTS, Policies.bundled(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    void publishSamples() throws IOException {
        Extractor extractor = new Extractor(Languages.bundled(), CONFLICTS);
        var reader = new ExtractingReader(new ArticleReader(Defaults.NONE, Clock.systemUTC()), extractor::extract);
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples"))) {
            files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .forEach(file -> reader.read(file, input -> {
                        if (input instanceof Input.Taken<IncidentReport> taken) {
                            publisher.publish(taken.value(), taken.origin(), taken.original());
                        }
                    }));
        }
        counted();
    }

    void publish(List<IncidentReport> reports) {
        reports.forEach(report -> publisher.publish(report, "test", new byte[0]));
        counted();
    }

    private void counted() {
        publisher.flush();
        service.awaitQuiet(progress -> {});
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        publisher.close();
        server.close();
        service.close();
        cluster.close();
        instruments.close();
    }
}
