package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.dlq.LetterBox;
import org.tollwatch.dlq.LetterId;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.local.RunningCluster;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.Topics;

/** Dead letters of a real broker: found, shown, and sent again, while somebody counts and while nobody does. */
@Timeout(300)
class DlqCommandsTest {

    private static final String ARTICLE = """
            {"id": "kept-1", "source": "wire", "language": "en", "publishedAt": "2020-10-05T08:00:00Z", "text": \
            "Clashes between Armenia and Azerbaijan went on in Nagorno-Karabakh. Azerbaijan said on Monday that 21 of \
            its civilians had been killed in Ganja since 27 September."}""";

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private CommandRun dlq(Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "dlq";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--data";
        all[words.length + 2] = data();
        return CommandRun.of(all);
    }

    private JsonNode only(CommandRun run) throws Exception {
        assertThat(run.lines()).as(run.err()).hasSize(1);
        return new ObjectMapper().readTree(run.lines().get(0));
    }

    @Test
    void aLetterIsFoundShownAndSentAgainOnceAndItsIdIsCountedOnce() throws Exception {
        try (RunningService service = RunningService.in(directory)) {
            RunningCluster at = RunningCluster.in(data()).orElseThrow();
            garbage(at);
            bury(at, Reason.UNKNOWN_LANGUAGE, "push:1", ARTICLE);
            bury(at, Reason.BAD_VALUE, "table.csv:7", "2020-10-05;x;y");
            bury(at, Reason.NO_CONFLICT, "old.jsonl:3", "{\"source\": \"wire\", \"text\": \"It rained.\"}");

            assertThat(dlq("list", "--json").succeeded().lines()).hasSize(4);
            assertThat(dlq("list").succeeded().lines())
                    .anySatisfy(line -> assertThat(line).contains("undecodable", "reports-"));
            JsonNode found = only(dlq("list", "--json", "--source", "push").succeeded());
            String letter = found.path("letter").asText();
            assertThat(found.path("reason").asText()).isEqualTo("unknown_language");
            assertThat(found.path("door").asText()).isEqualTo("article");
            assertThat(only(dlq("list", "--json", "--reason", "bad_value"))
                            .path("origin")
                            .asText())
                    .isEqualTo("table.csv:7");
            assertThat(dlq("list", "--limit", "2").out()).contains("There are older ones: --before ");
            assertThat(dlq("list", "--before", letter, "--json").lines()).hasSize(1);
            assertThat(dlq("list", "--reason", "rain").status()).isEqualTo(ExitStatus.USAGE);

            assertThat(dlq("show", letter).succeeded().out())
                    .contains("article as JSON", "kept-1", "tollwatch dlq retry");
            assertThat(dlq("show", "0").succeeded().out()).contains("00000000  02 03 ff", "docs/producing.md");
            assertThat(dlq("show", "999").status()).isEqualTo(ExitStatus.FAILED);

            assertThat(dlq("retry", letter, "--dry-run").succeeded().out()).contains("would be sent");
            CommandRun sent = dlq("retry", letter, "--wait", "60").succeeded();
            assertThat(sent.out()).contains("taken").contains("1 taken.");
            assertThat(dlq("retry", letter).succeeded().out()).contains("sent before");
            assertThat(dlq("list", "--json", "--source", "push").out()).contains("\"sentAgainAs\":\"reports-");

            service.take(Files.writeString(directory.resolve("again.jsonl"), ARTICLE + "\n", StandardCharsets.UTF_8));
            assertThat(service.metric("tollwatch_reports_total{decision=\"admitted\"}"))
                    .isEqualTo(1);
            assertThat(service.metric("tollwatch_reports_total{decision=\"repeated\"}"))
                    .isEqualTo(1);

            CommandRun rest = dlq("retry", "--from", "2020-01-01");
            assertThat(rest.status()).isEqualTo(ExitStatus.REJECTED);
            assertThat(rest.out())
                    .contains("1 sent before, 2 still wrong, 1 not sent.")
                    .contains("missing_field");
            assertThat(dlq("list", "--json").lines())
                    .as("nothing new was rejected")
                    .hasSize(4);
        }
        withoutAService();
    }

    /** What the counting then rejects is told, and is a letter that knows where it comes from. */
    @Test
    void whatTheCountingRejectsAgainIsTold() throws Exception {
        try (RunningService service = RunningService.in(directory)) {
            RunningCluster at = RunningCluster.in(data()).orElseThrow();
            service.take(Files.writeString(directory.resolve("first.jsonl"), ARTICLE + "\n", StandardCharsets.UTF_8));
            bury(at, Reason.UNKNOWN_LANGUAGE, "push:1", ARTICLE.replace("21 of", "22 of"));
            CommandRun again = dlq("retry", "0", "--wait", "60");
            assertThat(again.status()).isEqualTo(ExitStatus.REJECTED);
            assertThat(again.out()).contains("rejected again", "duplicate_id", "'kept-1' was taken");
            String letter = only(dlq("list", "--json", "--reason", "duplicate_id"))
                    .path("letter")
                    .asText();
            assertThat(dlq("show", letter).out()).contains("what letter 0 became");
            assertThat(dlq("retry", letter).out()).contains("not sent", "1 not sent.");
            assertThat(dlq("retry", "0").out()).contains("sent before");
        }
    }

    /** A record of the topic of reports, sent to where its id is known. */
    private void withoutAService() throws Exception {
        assertThat(dlq("list", "--json").succeeded().lines()).hasSize(4);
        String before = only(dlq("list", "--json", "--source", "push"))
                .path("sentAgainAs")
                .asText();
        try (Parts parts = new Parts()) {
            parts.add(LocalCluster.start(data()));
            bury(RunningCluster.in(data()).orElseThrow(), Reason.UNKNOWN_CONFLICT, before, "");
        }
        JsonNode letter = only(dlq("list", "--json", "--reason", "unknown_conflict"));
        assertThat(letter.path("door").asText()).isEqualTo("reports");
        CommandRun sent = dlq("retry", letter.path("letter").asText());
        assertThat(sent.succeeded().out()).contains("tollwatch up will count it");
        String as = only(dlq("list", "--json", "--reason", "unknown_conflict"))
                .path("sentAgainAs")
                .asText();
        assertThat(as.substring(0, as.indexOf('@'))).isEqualTo(before.substring(0, before.indexOf('@')));
    }

    private static void garbage(RunningCluster at) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", at.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.REPORTS, new byte[] {1}, new byte[] {2, 3, -1}))
                    .get();
        }
        // Rejected by the counting; the others come after it.
        try (LetterBox box = new LetterBox(at.at())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> box.find(LetterId.parse("0")).isPresent());
        }
    }

    private static void bury(RunningCluster at, Reason reason, String origin, String original) {
        try (ReportPublisher publisher = ReportPublisher.to(at.at(), new SimpleMeterRegistry())) {
            publisher.reject(
                    new Rejection(reason, origin, "told at the time"), original.getBytes(StandardCharsets.UTF_8));
            publisher.flush();
        }
    }
}
