package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tollwatch.ask.Json;
import org.tollwatch.ledger.Policy;
import org.tollwatch.policy.Policies;

/** Lists that are sent item by item. */
class DownloadTest {

    private static final int MANY = 200_000;
    private static final Listing<Integer> NUMBERS = new Listing<>(
            List.of(new Column<>("number", "#meta+num", number -> number)),
            (number, to) -> Json.text(to, "number", number.toString()),
            number -> Optional.empty());

    private static Iterator<Integer> items(IntUnaryOperator each) {
        return IntStream.range(0, MANY).map(each).iterator();
    }

    @ParameterizedTest
    @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
    void whatWasWrittenIsNotHeld(Format format) throws IOException {
        long[] sent = {0};
        long[] most = {0};
        int[] asked = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                sent[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                sent[0] += length;
            }
        };
        new Export<>(NUMBERS)
                .write(
                        format,
                        items(i -> {
                            most[0] = Math.max(most[0], 2L * asked[0]++ - sent[0]); // each item takes two bytes or more
                            return i;
                        }),
                        counting);
        assertThat(sent[0]).isGreaterThan(2L * MANY);
        assertThat(most[0]).as("bytes that waited").isLessThan(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip"})
    void aListThatBreaksOffIsNeverTakenForTheWhole(String encoding) throws Exception {
        Javalin http = server(items(i -> {
            if (i == MANY / 2) {
                throw new IllegalStateException("the store moved");
            }
            return i;
        }));
        try {
            assertThatThrownBy(() -> get(http, encoding)).isInstanceOf(IOException.class);
        } finally {
            http.stop();
        }
    }

    @Test
    void whatFailsBeforeTheFirstItemIsToldAsAProblem() throws Exception {
        Javalin http = server(new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new ProblemException(Problem.notReady("ask again"));
            }

            @Override
            public Integer next() {
                return 0;
            }
        });
        try {
            HttpResponse<byte[]> answer = get(http, "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        } finally {
            http.stop();
        }
    }

    @Test
    void anEmptyListIsATableOfNoRows() throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        new Export<>(NUMBERS).write(Format.CSV, List.<Integer>of().iterator(), csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).isEqualTo("number\r\n\"#meta+num\"\r\n");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new Export<>(NUMBERS).write(Format.JSONL, List.<Integer>of().iterator(), lines);
        assertThat(lines.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void formulasAreDisarmedWhateverStandsBeforeThem() {
        assertThat(List.of("=1", " =1", "\t=1", "\r\n+1", "-1", "@a", "\uff1d1", "\u00a0=1"))
                .allMatch(text -> Cells.text(text).equals("'" + text));
        assertThat(List.of("1-2", "a=b", "", " ", "'=1", "ngày = 1"))
                .allMatch(text -> Cells.text(text).equals(text));
    }

    private static Javalin server(Iterator<Integer> items) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.routes.get(
                            "/",
                            request -> new Download(
                                            new Asked(request, Policies.bundled(), Policy.standard()),
                                            "numbers",
                                            Format.JSONL)
                                    .send(NUMBERS, items));
                    config.routes.exception(
                            ProblemException.class,
                            (e, request) -> request.status(e.problem().status()));
                })
                .start(0);
    }

    private static HttpResponse<byte[]> get(Javalin http, String encoding) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/"));
        if (!encoding.isEmpty()) {
            request.header("Accept-Encoding", encoding);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
