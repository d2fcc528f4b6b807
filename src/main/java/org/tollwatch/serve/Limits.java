package org.tollwatch.serve;

import io.javalin.config.JettyConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What one who asks may take of the server, so that the others are answered too: connections, threads, time, and, where
 * strangers come in, requests.
 */
final class Limits {

    static final int MOST_CONNECTIONS = 2_000;

    /** Of one address: a proxy, or an office behind one address, needs many. */
    static final int MOST_OF_AN_ADDRESS = 500;

    /** Of 250; those who ask for more at once wait for their own. */
    private static final int THREADS_OF_AN_ADDRESS = 50;

    /** Bytes a second; a telephone on a bad day sends more. */
    private static final int SLOWEST_BODY = 512;

    private static final Duration IDLE = Duration.ofSeconds(30);

    /** When there are no connections left. */
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(5);

    /** A page of the dashboard asks for some fifty files at once. */
    private static final int BURST_SECONDS = 5;

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int TOKEN_BYTES = 12;

    private final Door door;
    private final MeterRegistry meters;

    Limits(Door door, MeterRegistry meters) {
        this.door = door;
        this.meters = meters;
    }

    void on(JettyConfig jetty) {
        jetty.addConnector(this::connector);
        jetty.modifyServer(server -> {
            ThreadLimitHandler threads = new ThreadLimitHandler();
            threads.setThreadLimit(THREADS_OF_AN_ADDRESS);
            server.insertHandler(new MinimumDataRateHandler(SLOWEST_BODY, 0));
            server.insertHandler(threads);
            if (!door.gate().isFree() && door.perSecond() > 0) {
                server.insertHandler(bounded(Limits::token, "token"));
                server.insertHandler(bounded(DoSHandler.ID_FROM_REMOTE_ADDRESS, "address"));
            }
        });
    }

    private ServerConnector connector(Server server, HttpConfiguration config) {
        AddressLimit each = new AddressLimit(MOST_OF_AN_ADDRESS);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(config));
        connector.setHost(door.address().getHostAddress());
        connector.setPort(door.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.addBean(each);
        NetworkConnectionLimit all = new NetworkConnectionLimit(MOST_CONNECTIONS, connector);
        all.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
        server.addBean(all);
        return connector;
    }

    /** Health is asked by who watches over the process, and other instances ask much: neither is counted. */
    private Handler.Singleton bounded(Function<Request, String> whose, String by) {
        Counter refused = Counter.builder("tollwatch.http.refused")
                .description("Requests that were one too many for their address or token")
                .tag("by", by)
                .register(meters);
        DoSHandler handler = new DoSHandler(
                null,
                whose,
                new DoSHandler.LeakingBucketTrackerFactory(
                        door.perSecond(), door.perSecond() * BURST_SECONDS, REMEMBERED),
                (request, response, callback) -> refuse(response, callback, refused),
                MOST_REMEMBERED,
                false);
        handler.excludePath("/livez", "/readyz", HttpPeers.PATH + "*");
        return handler;
    }

    /** Not the token itself, as this is kept in memory for a while; null where none is sent. */
    private static String token(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return header == null ? null : HexFormat.of().formatHex(DigestUtils.sha256(header), 0, TOKEN_BYTES);
    }

    private boolean refuse(Response response, Callback callback, Counter refused) {
        refused.increment();
        Problem problem = new Problem(
                429,
                "This is too much at once",
                "More than " + door.perSecond() + " requests a second; ask again in a second, and more slowly.",
                Optional.empty());
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1").put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        response.write(true, ByteBuffer.wrap(problem.json().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
