package org.tollwatch.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Sends JSON. A receiver that is slow, away or set up wrongly gets it later; one that cannot read it never will. */
final class Post {

    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);
    private static final int LONGEST_ANSWER = 200;

    private final HttpClient http;
    private final Duration patience;

    /** @param patience how long an answer may take */
    Post(Duration patience) {
        this.patience = patience;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    Outcome send(URI url, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return outcome(url, http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return new Outcome.Failed(Receiver.shown(url) + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("stopped while waiting for " + Receiver.shown(url));
        }
    }

    private static Outcome outcome(URI url, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        String body = answer.body().strip();
        String why = Receiver.shown(url) + " answered " + status + ": "
                + body.substring(0, Math.min(body.length(), LONGEST_ANSWER));
        return REFUSALS.contains(status) ? new Outcome.Refused(why) : new Outcome.Failed(why);
    }
}
