package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Javalin http;

    @BeforeAll
    static void start() {
        PageFiles files = new PageFiles();
        http = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.before(SafeHeaders::add);
                    config.routes.get("/", files::page);
                    config.routes.get("/web/<path>", files::file);
                    config.routes.exception(
                            ProblemException.class,
                            (e, request) -> request.status(e.problem().status()));
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        http.stop();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aPageMayUseOnlyWhatThisServerSends() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(header(page, "Content-Type")).startsWith("text/html;");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.body()).contains("<title>Tollwatch").doesNotContain("http://", "https://", "style=", "onclick");
    }

    @Test
    void everyScriptHasItsType() throws Exception {
        assertThat(header(get("/web/js/main.js"), "Content-Type")).startsWith("text/javascript;");
        assertThat(header(get("/web/css/base.css"), "Content-Type")).startsWith("text/css;");
    }

    @Test
    void whatTheReaderHasIsNotSentAgain() throws Exception {
        String tag = header(get("/web/js/main.js"), "ETag");
        assertThat(get("/web/js/main.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/nothing.js",
                "/web/js/..%2F..%2Flogback.xml",
                "/web/..%2flogback.xml",
                "/web/map/README.md",
                "/web/js"
            })
    void nothingElseCanBeAskedFor(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }
}
