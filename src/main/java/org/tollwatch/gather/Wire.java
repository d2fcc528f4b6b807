package org.tollwatch.gather;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One exchange with one server: no redirects, no unpacking, no cookies. A handful of threads carry all of them. */
final class Wire implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int HEADERS = 32 << 10;
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final HttpClient client = new HttpClient();
    private final Budget budget = Budget.ofThisProcess();
    private final ExecutorService lookUps = Executors.newFixedThreadPool(4, Threads.named("feeds-names"));

    Wire() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("feeds-wire");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setSocketAddressResolver(new CheckedNames(lookUps));
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(null);
        client.setConnectTimeout(CONNECTING.toMillis());
        client.setMaxResponseHeadersSize(HEADERS);
        client.setDestinationIdleTimeout(Duration.ofMinutes(1).toMillis());
        client.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("The client that fetches feeds did not start", e);
        }
        // Unpacked by ourselves, within bounds.
        client.getContentDecoderFactories().clear();
    }

    /** @param patience for the whole of it; the future fails with what {@link #trouble} understands */
    CompletableFuture<Hop> exchange(URI url, Wanted wanted, Duration patience) {
        CompletableFuture<Hop> told = new CompletableFuture<>();
        try {
            Request request = client.newRequest(url)
                    .tag(wanted.allowPrivate() ? CheckedNames.ANYWHERE : CheckedNames.PUBLIC)
                    .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .agent(wanted.agent())
                    .headers(headers -> {
                        headers.put(HttpHeader.ACCEPT_ENCODING, "gzip, deflate");
                        headers.put(
                                HttpHeader.ACCEPT,
                                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
                                        + " text/html;q=0.8, */*;q=0.5");
                        wanted.etag().ifPresent(tag -> headers.put(HttpHeader.IF_NONE_MATCH, tag));
                        wanted.lastModified().ifPresent(time -> headers.put(HttpHeader.IF_MODIFIED_SINCE, time));
                    });
            request.send(new Body(wanted.limits().largest(), budget, told));
        } catch (RuntimeException e) {
            told.completeExceptionally(e);
        }
        return told;
    }

    /** What kind of failure an exchange met. */
    static Trouble trouble(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Trouble.UNKNOWN_HOST;
            } else if (cause instanceof RefusedAddressException) {
                return Trouble.REFUSED_ADDRESS;
            } else if (cause instanceof Body.TooLargeException) {
                return Trouble.TOO_LARGE;
            } else if (cause instanceof Budget.FullException) {
                return Trouble.CROWDED;
            } else if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
                return Trouble.TIMEOUT;
            } else if (cause instanceof SSLException) {
                return Trouble.TLS;
            } else if (cause instanceof ConnectException || cause instanceof java.net.NoRouteToHostException) {
                return Trouble.CONNECT;
            } else if (cause instanceof EOFException) {
                return Trouble.BROKEN;
            }
        }
        return failure instanceof IOException || failure instanceof org.eclipse.jetty.http.HttpException
                ? Trouble.BROKEN
                : Trouble.INTERNAL;
    }

    @Override
    public void close() {
        lookUps.shutdownNow();
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The client that fetches feeds did not stop", e);
        }
    }
}
