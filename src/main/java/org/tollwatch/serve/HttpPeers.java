package org.tollwatch.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.HostInfo;
import org.tollwatch.guard.Secret;
import org.tollwatch.stream.Peers;
import org.tollwatch.stream.Range;
import org.tollwatch.stream.StoresNotReadyException;

/** Asks other instances over HTTP. */
public final class HttpPeers implements Peers {

    /** Where instances ask each other. */
    static final String PATH = "/internal/v1/stores/";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Optional<Secret> token;

    /** @param token that this instance shows to the others; empty where they ask for none */
    public HttpPeers(Optional<Secret> token) {
        this.token = token;
    }

    @Override
    public byte[] ask(HostInfo host, String store, Range range, Set<Integer> partitions) {
        String asked = partitions.stream().map(String::valueOf).collect(Collectors.joining(","));
        URI uri =
                URI.create("http://" + host.host() + ":" + host.port() + PATH + store + "?from=" + encoded(range.from())
                        + "&to=" + encoded(range.to()) + "&last=" + range.last() + "&kind=" + range.kind()
                        + "&partitions=" + encoded(asked));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
            token.ifPresent(secret -> request.header("Authorization", secret.bearer()));
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                throw unanswered(host, "it wants a token with the role admin: give one to each instance");
            }
            if (answer.statusCode() != 200) {
                throw unanswered(host, "it says " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw unanswered(host, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered(host, "interrupted");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static StoresNotReadyException unanswered(HostInfo host, String why) {
        return new StoresNotReadyException("The instance at " + host.host() + ":" + host.port()
                + ", which has a part of the answer, does not give it (" + why
                + "). Ask again: if it stopped, the others take over within seconds.");
    }
}
