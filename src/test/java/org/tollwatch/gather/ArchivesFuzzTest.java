package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.fuzz.Fuzz;

/** Archives of the web that are damaged, packed or not: what is whole is read, the rest is told. */
class ArchivesFuzzTest {

    private static final String PAGE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "2b\r\n<html><body><p>At least 21 were killed in G\r\n20\r\nanja on Sunday</p></body></html>\r\n0\r\n\r\n";
    private static final String ARCHIVE = record("warcinfo", "", "software: x\r\n")
            + record("response", "https://example.org/2020/10/05/a", PAGE)
            + record(
                    "conversion",
                    "https://example.org/2020/10/05/b",
                    "Armenia said 21 soldiers were killed in Karabakh.");
    private static final List<String> WORDS = List.of(
            "WARC/1.0\r\n",
            "WARC-Type: response\r\n",
            "Content-Length: 99999999999\r\n",
            "Content-Length: -1\r\n",
            "\r\n\r\n",
            "WARC-Target-URI: <http://x/%zz>\r\n",
            "HTTP/1.1 200\r\n",
            "Content-Encoding: gzip\r\n",
            "Content-Encoding: br\r\n",
            "fffffff\r\n",
            "/2020/13/45/",
            "\u001f\u008b");

    private final Feed feed = new Feed(
            "archive",
            new Origin.Web(URI.create("https://example.org/")),
            "Archive",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(15),
            Limits.USUAL,
            false,
            false,
            "test");
    private final ReportMaker maker = new ReportMaker(Conflicts.bundled(), Clock.systemUTC());

    @TempDir
    Path folder;

    @Test
    void archives() throws Exception {
        Fuzz.of(
                        "archives of the web",
                        List.of(ARCHIVE.getBytes(StandardCharsets.UTF_8), packed(ARCHIVE)),
                        WORDS,
                        20_000)
                .run(
                        40,
                        bytes -> new WarcArticles(feed, maker)
                                .read(Files.write(folder.resolve("a.warc"), bytes), input -> {}));
    }

    @Test
    void answersInThem() throws Exception {
        Fuzz.ofTexts("answers in archives", List.of(PAGE), WORDS, 20_000)
                .run(500, bytes -> HttpMessage.read(bytes, 1 << 20));
    }

    /** Found by the above: it ended the reading of a whole archive, again and again. */
    @Test
    void anAnswerOfLineEndsAloneIsNoPage() {
        for (String message : List.of("\n\n", "\r\n\r\n", "\n\nHTTP/1.1 200 OK\n\nx")) {
            assertThat(HttpMessage.read(message.getBytes(StandardCharsets.UTF_8), 1_000))
                    .isEmpty();
        }
    }

    private static String record(String type, String address, String body) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\n"
                + (address.isEmpty() ? "" : "WARC-Target-URI: " + address + "\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n" + body + "\r\n\r\n";
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
