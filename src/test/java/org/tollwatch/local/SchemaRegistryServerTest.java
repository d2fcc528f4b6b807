package org.tollwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.RegistryUnavailableException;
import org.tollwatch.stream.StreamException;

/** The contract, through Confluent's own client; then the answers that client does not show, over plain HTTP. */
class SchemaRegistryServerTest {

    private static final Schema FIRST = SchemaBuilder.record("org.tollwatch.test.Note")
            .fields()
            .requiredString("text")
            .endRecord();
    private static final Schema SECOND = SchemaBuilder.record("org.tollwatch.test.Note")
            .fields()
            .requiredString("text")
            .optionalString("source")
            .endRecord();
    private static final Schema UNREADABLE = SchemaBuilder.record("org.tollwatch.test.Note")
            .fields()
            .requiredString("text")
            .requiredLong("count")
            .endRecord();

    @TempDir
    Path directory;

    private SchemaRegistryServer server;

    @BeforeEach
    void start() {
        server = SchemaRegistryServer.start(directory.resolve("schemas.json"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSchemaKeepsItsIdHoweverOftenAndUnderWhateverSubjectItIsRegistered() {
        int id = client().register("notes-value", FIRST);
        assertThat(client().register("notes-value", FIRST)).isEqualTo(id);
        assertThat(client().register("other-value", FIRST)).isEqualTo(id);
        assertThat(client().register("notes-value", SECOND)).isNotEqualTo(id);
        assertThat(client().writer(id)).contains(FIRST);
    }

    @Test
    void aSchemaThatCannotReadTheEarlierOnesIsRefused() {
        client().register("notes-value", FIRST);
        assertThatThrownBy(() -> client().register("notes-value", UNREADABLE))
                .isInstanceOf(StreamException.class)
                .hasMessageContaining("notes-value")
                .hasMessageContaining("count");
    }

    @Test
    void everyEarlierSchemaCountsNotOnlyTheLast() {
        Schema withDefault = SchemaBuilder.record("org.tollwatch.test.Note")
                .fields()
                .requiredString("text")
                .name("count")
                .type()
                .longType()
                .longDefault(0)
                .endRecord();
        client().register("notes-value", FIRST);
        client().register("notes-value", withDefault);
        assertThatThrownBy(() -> client().register("notes-value", UNREADABLE)).isInstanceOf(StreamException.class);
    }

    @Test
    void anIdThatWasNeverGivenIsUnknownAndNotAnOutage() {
        assertThat(client().writer(4711)).isEmpty();
    }

    @Test
    void anOutageIsToBeTriedAgain() {
        Registry client = client();
        server.close();
        assertThatThrownBy(() -> client.writer(1)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> client.register("notes-value", FIRST))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(server.url());
    }

    @Test
    void idsAreKeptOverARestart() {
        int first = client().register("notes-value", FIRST);
        int second = client().register("notes-value", SECOND);
        server.close();
        start();
        assertThat(client().writer(second)).contains(SECOND);
        assertThat(client().register("notes-value", FIRST)).isEqualTo(first);
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path file = directory.resolve("damaged.json");
        Files.writeString(file, "{\"schemas\": [");
        assertThatThrownBy(() -> SchemaRegistryServer.start(file, 0))
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void answersHaveConfluentsCodes() throws Exception {
        client().register("notes-value", FIRST);
        assertThat(get("/subjects").body()).isEqualTo("[\"notes-value\"]");
        assertThat(get("/subjects/notes-value/versions").body()).isEqualTo("[1]");
        assertThat(get("/subjects/notes-value/versions/latest").body()).contains("\"id\":1", "\"version\":1");
        assertThat(get("/subjects/none/versions")).satisfies(is(404, 40401));
        assertThat(get("/subjects/notes-value/versions/2")).satisfies(is(404, 40402));
        assertThat(get("/subjects/notes-value/versions/x")).satisfies(is(422, 42202));
        assertThat(get("/schemas/ids/9")).satisfies(is(404, 40403));
        assertThat(get("/config/notes-value")).satisfies(is(404, 40408));
        assertThat(get("/nothing/here")).satisfies(is(404, 404));
        assertThat(post("/subjects/notes-value", body(SECOND))).satisfies(is(404, 40403));
        assertThat(post("/subjects/notes-value", body(FIRST)).body()).contains("\"version\":1");
        assertThat(post("/subjects/notes-value/versions", body(UNREADABLE))).satisfies(is(409, 409));
        assertThat(post("/subjects/notes-value/versions", "{\"schema\":\"{}\"}"))
                .satisfies(is(422, 42201));
        assertThat(post("/subjects/notes-value/versions", "no json")).satisfies(is(400, 400));
    }

    /** Often, since a connection closed over unread bytes loses the answer only now and then. */
    @Test
    void aBodyTooLargeIsToldSoEveryTime() throws Exception {
        String large = " ".repeat(12 << 20);
        for (int time = 0; time < 30; time++) {
            assertThat(post("/subjects/notes-value/versions", large)).satisfies(is(413, 413));
        }
    }

    @Test
    void theLevelCanBeAskedAndSet() throws Exception {
        assertThat(get("/config").body()).contains("BACKWARD_TRANSITIVE");
        assertThat(send("PUT", "/config/notes-value", "{\"compatibility\":\"NONE\"}")
                        .statusCode())
                .isEqualTo(200);
        client().register("notes-value", FIRST);
        assertThat(client().register("notes-value", UNREADABLE)).isEqualTo(2);
        assertThat(send("PUT", "/config", "{\"compatibility\":\"LOOSE\"}")).satisfies(is(422, 42203));
    }

    @Test
    void compatibilityIsToldWithoutRegistering() throws Exception {
        client().register("notes-value", FIRST);
        String path = "/compatibility/subjects/notes-value/versions/latest";
        assertThat(post(path, body(SECOND)).body()).contains("\"is_compatible\":true");
        assertThat(post(path, body(UNREADABLE)).body()).contains("\"is_compatible\":false");
    }

    private Registry client() {
        return Registry.at(server.url());
    }

    private static java.util.function.Consumer<HttpResponse<String>> is(int status, int code) {
        return answer -> {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains("\"error_code\":" + code);
        };
    }

    private static String body(Schema schema) {
        return "{\"schema\":\"" + schema.toString().replace("\"", "\\\"") + "\"}";
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path))
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }
}
