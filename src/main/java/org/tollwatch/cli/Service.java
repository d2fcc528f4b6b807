package org.tollwatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tollwatch.guard.Secret;

/** A running service, asked over HTTP. What it cannot answer is a {@link CommandFailure} that says what to do. */
final class Service {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int PAGE = 1_000;

    private final URI at;
    private final Optional<Secret> token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param token to be shown; empty where none is asked for */
    Service(URI at, Optional<Secret> token) {
        this.at = at;
        this.token = token;
    }

    /** The answer to one question. */
    JsonNode ask(Query query) {
        try (InputStream body = opened(request(query).timeout(PATIENCE))) {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(at + " answers, but not as Tollwatch does; check --service.", e);
        } catch (IOException e) {
            throw new CommandFailure(at + " broke off its answer (" + e.getMessage() + "); ask again.", e);
        }
    }

    /** All items of a list, page by page. */
    void each(Query query, Consumer<JsonNode> item) {
        for (int offset = 0; offset >= 0; ) {
            JsonNode page = ask(query.with("limit", PAGE).with("offset", offset));
            page.path("items").forEach(item);
            offset = page.path("next").asInt(-1);
        }
    }

    List<JsonNode> all(Query query) {
        List<JsonNode> items = new ArrayList<>();
        each(query, items::add);
        return items;
    }

    /**
     * Server-sent events, until the stream is closed or ends.
     *
     * @param last id of the event to go on from
     */
    InputStream events(Query query, Optional<String> last) {
        HttpRequest.Builder request = request(query).header("Accept", "text/event-stream");
        last.ifPresent(id -> request.header("Last-Event-ID", id));
        return opened(request);
    }

    private HttpRequest.Builder request(Query query) {
        String base = at.toString().endsWith("/") ? at.toString() : at + "/";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + query.path()));
        token.ifPresent(secret -> request.header("Authorization", secret.bearer()));
        return request;
    }

    private InputStream opened(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw failed(answer);
        } catch (ConnectException e) {
            throw new CommandFailure(
                    "Nothing answers at " + at
                            + ": start it with ./tollwatch up, or say where it is with --service URL.",
                    e);
        } catch (HttpTimeoutException e) {
            throw new CommandFailure(at + " does not answer in time; see its log, or ask again.", e);
        } catch (IOException e) {
            throw new CommandFailure(at + " cannot be asked (" + e.getMessage() + "); check --service.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("stopped", e);
        }
    }

    /** What a problem says is meant for people, and says what to do. */
    private CommandFailure failed(HttpResponse<InputStream> answer) throws IOException {
        boolean problem = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
        try (InputStream body = answer.body()) {
            if (!problem) {
                return new CommandFailure(
                        at + " answers " + answer.statusCode() + ", and not as Tollwatch does; check --service.", null);
            }
            String when = answer.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> " (It says: in " + seconds + " s.)")
                    .orElse("");
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                return new CommandFailure(at + " wants a token with the role read: " + TokenOption.HOW, null);
            }
            String told = MAPPER.readTree(body).path("detail").asText() + when;
            return answer.statusCode() == 503 ? new NotReadyFailure(told) : new CommandFailure(told, null);
        }
    }

    @Override
    public String toString() {
        return at.toString();
    }
}
