package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.gather.WildServer.body;
import static org.tollwatch.gather.WildServer.status;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server whose answers are as bad as the web's. */
@Timeout(60)
class WebFetcherTest {

    private static final Limits LIMITS = new Limits(100_000, Duration.ofSeconds(2), 3);

    @TempDir
    Path directory;

    private WildServer server;
    private Wire wire;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws Exception {
        server = new WildServer();
        wire = new Wire();
        fetcher = new WebFetcher(wire, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        server.at("/feed", WildServer.tagged("news", "\"one\""));
        Answer.Got got = (Answer.Got) fetch("/feed");
        assertThat(new String(got.body(), StandardCharsets.UTF_8)).isEqualTo("news");
        Wanted again =
                new Wanted(URI.create(server.url("/feed")), got.etag(), Optional.empty(), LIMITS, "Desk/1", true);
        assertThat(fetcher.fetch(again).join()).isInstanceOf(Answer.Unchanged.class);
    }

    @Test
    void whatIsPackedIsUnpackedWithinBounds() throws Exception {
        byte[] plain = "words ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        server.at("/gzip", WildServer.bytes(WildServer.gzipped(plain), "Content-Encoding", "gzip"))
                .at("/lie", WildServer.bytes(plain, "Content-Encoding", "gzip"))
                .at("/zlib", WildServer.bytes(deflated(plain, false), "Content-Encoding", "deflate"))
                .at("/raw", WildServer.bytes(deflated(plain, true), "Content-Encoding", "deflate"))
                .at("/bomb", WildServer.bytes(WildServer.gzipped(new byte[50 << 20]), "Content-Encoding", "gzip"))
                .at("/cut", bytes(List.of((byte) 0x1F, (byte) 0x8B, (byte) 8), "Content-Encoding", "gzip"))
                .at("/brotli", WildServer.bytes(plain, "Content-Encoding", "br"));
        for (String path : List.of("/gzip", "/lie", "/zlib", "/raw")) {
            assertThat(((Answer.Got) fetch(path)).body()).as(path).isEqualTo(plain);
        }
        assertThat(trouble("/bomb")).isEqualTo(Trouble.BOMB);
        assertThat(trouble("/cut")).isEqualTo(Trouble.BROKEN);
        assertThat(trouble("/brotli")).isEqualTo(Trouble.BROKEN);
    }

    @Test
    void whatIsTooLargeTooSlowOrBrokenIsTold() {
        server.at("/endless", WildServer.endless())
                .at("/large", WildServer.bytes(new byte[200_000]))
                .at("/drip", WildServer.dripping())
                .at("/silent", exchange -> pause())
                .at("/broken", WildServer.broken());
        assertThat(trouble("/endless")).isEqualTo(Trouble.TOO_LARGE);
        assertThat(trouble("/large")).isEqualTo(Trouble.TOO_LARGE);
        long before = System.nanoTime();
        assertThat(trouble("/drip")).isEqualTo(Trouble.TIMEOUT);
        assertThat(trouble("/silent")).isEqualTo(Trouble.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(15));
        assertThat(trouble("/broken")).isEqualTo(Trouble.BROKEN);
    }

    @Test
    void redirectsAreFollowedWithinBoundsAndEachTargetIsChecked() {
        server.at("/old", status(301, "Location", "/newer"))
                .at("/newer", status(308, "Location", "/newest"))
                .at("/newest", body("news"))
                .at("/moment", status(302, "Location", "/newest"))
                .at("/loop", status(301, "Location", "/pool"))
                .at("/pool", status(301, "Location", "/loop"))
                .at("/file", status(302, "Location", "file:///etc/passwd"))
                .at("/nowhere", status(302))
                .at("/odd", status(302, "Location", "http://[bad"));
        for (int i = 0; i < 9; i++) {
            server.at("/far" + i, status(302, "Location", "/far" + (i + 1)));
        }
        Answer.Got got = (Answer.Got) fetch("/old");
        assertThat(got.moved()).contains(URI.create(server.url("/newest")));
        assertThat(((Answer.Got) fetch("/moment")).moved()).isEmpty();
        assertThat(why("/loop")).contains("in a circle");
        assertThat(why("/far0")).contains("more than 3 redirects");
        assertThat(why("/file")).contains("not on the web");
        assertThat(why("/nowhere")).contains("to nowhere");
        assertThat(why("/odd")).contains("no address");
        assertThat(trouble("/loop")).isEqualTo(Trouble.REDIRECT);
    }

    @Test
    void nothingInsideIsAsked() {
        server.at("/secret", body("secret"));
        Wanted wanted = new Wanted(
                URI.create(server.url("/secret")), Optional.empty(), Optional.empty(), LIMITS, "Desk/1", false);
        Answer.Failed failed = (Answer.Failed) fetcher.fetch(wanted).join();
        assertThat(failed.trouble()).isEqualTo(Trouble.REFUSED_ADDRESS);
        // Neither over a connection that one who may has left open.
        assertThat(fetch("/secret")).isInstanceOf(Answer.Got.class);
        assertThat(((Answer.Failed) fetcher.fetch(wanted).join()).trouble()).isEqualTo(Trouble.REFUSED_ADDRESS);
        assertThat(server.times("/secret")).isEqualTo(1);
    }

    @Test
    void refusalsAreToldApart() throws Exception {
        server.at("/gone", status(410))
                .at("/often", status(429, "Retry-After", "120"))
                .at("/busy", status(503, "Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT"))
                .at("/none", status(404));
        assertThat(trouble("/gone")).isEqualTo(Trouble.GONE);
        assertThat(((Answer.Failed) fetch("/often")).pause()).contains(Duration.ofMinutes(2));
        assertThat(((Answer.Failed) fetch("/busy")).pause()).contains(Duration.ofDays(1));
        assertThat(trouble("/busy")).isEqualTo(Trouble.SERVER);
        assertThat(trouble("/none")).isEqualTo(Trouble.REFUSED);
        URI nobody = URI.create("http://127.0.0.1:" + closedPort() + "/");
        assertThat(((Answer.Failed) fetch(nobody).join()).trouble()).isEqualTo(Trouble.CONNECT);
        assertThat(((Answer.Failed) fetch(URI.create("http://nobody.invalid/")).join()).trouble())
                .isEqualTo(Trouble.UNKNOWN_HOST);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        Path keys = directory.resolve("keys.p12");
        List<String> make = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storepass",
                "secret",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString());
        assertThat(new ProcessBuilder(make).redirectErrorStream(true).start().waitFor())
                .isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), "secret".toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.start();
        try {
            URI url = URI.create("https://127.0.0.1:" + https.getAddress().getPort() + "/");
            assertThat(((Answer.Failed) fetch(url).join()).trouble()).isEqualTo(Trouble.TLS);
        } finally {
            https.stop(0);
        }
    }

    private Answer fetch(String path) {
        return fetch(URI.create(server.url(path))).join();
    }

    private CompletableFuture<Answer> fetch(URI url) {
        return fetcher.fetch(new Wanted(url, Optional.empty(), Optional.empty(), LIMITS, "Desk/1", true))
                .orTimeout(20, TimeUnit.SECONDS);
    }

    private Trouble trouble(String path) {
        return ((Answer.Failed) fetch(path)).trouble();
    }

    private String why(String path) {
        return ((Answer.Failed) fetch(path)).why();
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WildServer.Way bytes(List<Byte> some, String... headers) {
        byte[] all = new byte[some.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = some.get(i);
        }
        return WildServer.bytes(all, headers);
    }

    private static byte[] deflated(byte[] plain, boolean raw) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(6, raw))) {
            packed.write(plain);
        }
        return out.toByteArray();
    }
}
