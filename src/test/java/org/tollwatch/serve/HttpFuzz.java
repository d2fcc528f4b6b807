package org.tollwatch.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.tollwatch.fuzz.Fuzz;

/** Requests that no client should send, as raw bytes to the port: each is answered, refused or cut off, and none is our error. */
final class HttpFuzz {

    private static final int PATIENCE_MS = 20_000;
    private static final List<String> PATHS = List.of(
            "/api/v1/conflicts",
            "/api/v1/conflicts/nagorno-karabakh/places",
            "/api/v1/tallies",
            "/api/v1/series",
            "/api/v1/explain",
            "/api/v1/diff",
            "/api/v1/claims",
            "/api/v1/incidents",
            "/api/v1/reports",
            "/api/v1/coverage",
            "/api/v1/replay",
            "/api/v1/alerts",
            "/api/v1/claims/x",
            "/api/v1/reports/x",
            "/api/v1/feeds",
            "/livez",
            "/readyz",
            "/",
            "/index.html");
    private static final List<String> QUERIES = List.of(
            "conflict=nagorno-karabakh",
            "party=artsakh",
            "measure=killed",
            "window=day",
            "window=2020-10-10..",
            "window=24h",
            "asOf=2020-10-15",
            "asOf=2020-10-15T18:00:00Z",
            "policy=acled",
            "limit=1",
            "format=csv",
            "place=stepanakert",
            "status=civilian",
            "from=2020-10-01",
            "to=2020-10-31",
            "page=x",
            "cursor=AAAA",
            "source=Wire",
            "language=en",
            "item=tank",
            "q=a",
            "revision=1");
    private static final List<String> WORDS = List.of(
            "%00",
            "%ff",
            "%2e%2e/",
            "..",
            "?",
            "&",
            "=",
            "+",
            "*",
            "9999-99-99",
            "999999999999999999d",
            "-1",
            "\r\n",
            "\r\n\r\n",
            "Content-Length: 99999999999\r\n",
            "Content-Length: -1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Host: \r\n",
            "Accept: text/csv;q=NaN\r\n",
            "Accept-Encoding: gzip\r\n",
            "Range: bytes=9-1\r\n",
            "If-None-Match: \"\r\n",
            "HTTP/1.1",
            "HTTP/9",
            "Authorization: Bearer \u0000\r\n",
            "Expect: 100-continue\r\n",
            "Upgrade: h2c\r\n",
            "Content-Type: application/x-ndjson\r\n",
            "Content-Encoding: gzip\r\n",
            "{\"id\":",
            "nagorno-karabakh",
            "2020-10-01..2020-10-02T");

    private final int port;
    private final String token;

    HttpFuzz(int port, String token) {
        this.port = port;
        this.token = token;
    }

    void run(int cases) throws Exception {
        List<String> samples = List.of(
                get("/api/v1/tallies?conflict=nagorno-karabakh&window=day&limit=3"),
                get("/api/v1/explain?conflict=nagorno-karabakh&party=artsakh&measure=killed"),
                get("/api/v1/reports?conflict=nagorno-karabakh&limit=2"),
                post(
                        "/api/v1/articles",
                        "{\"source\": \"wire\", \"publishedAt\": \"2020-10-05T08:00:00Z\", \"text\": \"It rained.\"}"),
                post("/api/v1/reports", "{\"id\": \"x\", \"source\": \"wire\", \"claims\": []}"));
        Fuzz.ofTexts("HTTP", samples, WORDS, 30_000).and(this::request).run(cases, this::ask);
    }

    private String request(Random random) {
        StringBuilder path = new StringBuilder(PATHS.get(random.nextInt(PATHS.size())));
        for (int i = 0; i < random.nextInt(6); i++) {
            path.append(i == 0 ? '?' : '&').append(QUERIES.get(random.nextInt(QUERIES.size())));
            if (random.nextInt(4) == 0) {
                path.append(WORDS.get(random.nextInt(12)));
            }
        }
        return random.nextInt(12) == 0 ? get(path.toString()).replace("GET", "PROPFIND") : get(path.toString());
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
    }

    private String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void ask(byte[] request) throws IOException {
        String status;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            status = new String(socket.getInputStream().readNBytes(13), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return; // cut off: before all was sent, as what was sent is no request
        }
        // 501 and 505 say what the request was; 503 that something else is away.
        if (status.matches("HTTP/1\\.\\d (500|502|504).*")) {
            throw new AssertionError(status);
        }
    }
}
