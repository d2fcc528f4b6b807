package org.tollwatch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.extract.Article;
import org.tollwatch.stream.Reason;

class ArticleReaderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String GOOD =
            "{\"id\":\"a1\",\"source\":\"Outlet\",\"publishedAt\":\"2020-10-03T15:00:00Z\",\"text\":\"Two soldiers were killed.\"}";

    @TempDir
    Path folder;

    @Test
    void anArticleIsTakenWithAllItSays() throws IOException {
        Article article = taken(
                        read(
                                file(
                                        "a.jsonl",
                                        "{\"id\":\"a1\",\"source\":\"Outlet\",\"url\":\"https://example.org/1\",\"language\":\"th\","
                                                + "\"publishedAt\":\"2020-10-03T19:00:00.1234+04:00\",\"title\":\"T\",\"text\":\"สอง\"}")))
                .get(0);
        assertThat(article)
                .isEqualTo(new Article(
                        "a1",
                        "Outlet",
                        "https://example.org/1",
                        "th",
                        Instant.parse("2020-10-03T15:00:00.123Z"),
                        "T",
                        "สอง"));
    }

    @Test
    void anIdIsMadeFromWhatTheArticleSays() throws IOException {
        String line = GOOD.replace("\"id\":\"a1\",", "");
        List<Article> articles = taken(read(file("a.jsonl", line + "\n" + line + "\n" + line.replace("Two", "Three"))));
        assertThat(articles.get(0).id())
                .matches("[0-9a-f]{16}")
                .isEqualTo(articles.get(1).id());
        assertThat(articles.get(2).id()).isNotEqualTo(articles.get(0).id());
    }

    @Test
    void textMayStandInAFileBesideTheLines() throws IOException {
        file("one.txt", "Two soldiers were killed.");
        Path lines = file("a.jsonl", GOOD.replace("\"text\":\"Two soldiers were killed.\"", "\"file\":\"one.txt\""));
        assertThat(taken(read(lines)).get(0).text()).isEqualTo("Two soldiers were killed.");
    }

    @Test
    void aPlainTextFileNeedsToBeToldItsDate() throws IOException {
        Path text = file("bulletin.txt", "Two soldiers were killed.");
        assertThat(rejected(read(text))).singleElement().satisfies(r -> {
            assertThat(r.rejection().reason()).isEqualTo(Reason.MISSING_FIELD);
            assertThat(r.rejection().detail()).contains("publishedAt", "--published");
        });
        Defaults told = new Defaults(null, "en", Instant.parse("2020-10-03T15:00:00Z"));
        assertThat(taken(read(text, told)).get(0))
                .extracting(Article::source, Article::language)
                .containsExactly("bulletin.txt", "en");
    }

    @Test
    void gzippedLinesAreRead() throws IOException {
        Path file = folder.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(taken(read(file))).hasSize(1);
    }

    @Test
    void theFirstLineMayBeginWithAByteOrderMarkAndLinesMayEndInCarriageReturns() throws IOException {
        assertThat(taken(read(file("a.jsonl", "\uFEFF" + GOOD + "\r\n\r\n" + GOOD + "\r\n"))))
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        not json                                                            | NOT_JSON      | not JSON
        {"source":"x"} {"source":"y"}                                       | NOT_JSON      | not JSON
        {"source":"x","source":"y"}                                         | NOT_JSON      | not JSON
        [1,2]                                                               | WRONG_SHAPE   | one object
        42                                                                  | WRONG_SHAPE   | one object
        {"publishedAt":"2020-10-03T15:00:00Z","text":"x"}                   | MISSING_FIELD | source: missing
        {"source":"o","text":"x"}                                           | MISSING_FIELD | publishedAt: missing
        {"source":"o","published_at":"2020-10-03T15:00:00Z","text":"x"}     | MISSING_FIELD | there is 'published_at'
        {"source":"o","publishedAt":null,"text":"x"}                        | MISSING_FIELD | publishedAt: missing
        {"source":"o","publishedAt":"2020-10-03","text":"x"}                | BAD_DATE      | has no time and zone
        {"source":"o","publishedAt":"2020-10-03T15:00:00","text":"x"}       | BAD_DATE      | has no zone
        {"source":"o","publishedAt":"2020-02-30T15:00:00Z","text":"x"}      | BAD_DATE      | is no date
        {"source":"o","publishedAt":"yesterday","text":"x"}                 | BAD_DATE      | 'yesterday' is no date
        {"source":"o","publishedAt":"2024-05-03T12:00:00Z","text":"x"}      | BAD_DATE      | lies in the future
        {"source":"o","publishedAt":["x"],"text":"x"}                       | WRONG_SHAPE   | expected text in quotes
        {"source":"o","publishedAt":"2020-10-03T15:00:00Z"}                 | MISSING_FIELD | text: missing
        {"source":"o","publishedAt":"2020-10-03T15:00:00Z","text":"   "}    | MISSING_FIELD | text: missing
        {"source":"o","publishedAt":"2020-10-03T15:00:00Z","text":{"a":1}}  | WRONG_SHAPE   | text: expected text
        {"source":"o","publishedAt":"2020-10-03T15:00:00Z","file":"no.txt"} | UNREADABLE_FILE | no such file
        """)
    void aBadLineIsToldAndTheNextIsRead(String line, Reason reason, String words) throws IOException {
        List<Input<Article>> read = read(file("a.jsonl", GOOD + "\n" + line + "\n" + GOOD));
        assertThat(read).hasSize(3);
        assertThat(taken(read)).hasSize(2);
        Input.Rejected<Article> rejected = rejected(read).get(0);
        assertThat(rejected.rejection().reason()).isEqualTo(reason);
        assertThat(rejected.rejection().origin()).endsWith("a.jsonl:2");
        assertThat(rejected.rejection().detail()).contains(words);
        assertThat(rejected.original()).isEqualTo(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wrongBytesAreToldWithTheirOffset() throws IOException {
        byte[] bytes = (GOOD + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("a.jsonl"), bytes);
        List<Input<Article>> read = read(file);
        assertThat(taken(read)).hasSize(1);
        assertThat(rejected(read).get(0).rejection().reason()).isEqualTo(Reason.NOT_UTF8);
        assertThat(rejected(read).get(0).rejection().detail()).contains("0xFF at offset 10");
        assertThat(rejected(read).get(0).rejection().origin()).endsWith("a.jsonl:1");
    }

    @Test
    void aLineOfFiftyMegabytesIsRejectedWithoutBeingHeld() throws IOException {
        Path file = folder.resolve("a.jsonl");
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((GOOD + "\n{\"text\":\"").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
            out.write(("\"}\n" + GOOD).getBytes(StandardCharsets.UTF_8));
        }
        List<Input<Article>> read = read(file);
        assertThat(taken(read)).hasSize(2);
        Input.Rejected<Article> rejected = rejected(read).get(0);
        assertThat(rejected.rejection().reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(rejected.rejection().detail()).contains("52428811 bytes", "8 MiB");
        assertThat(rejected.original()).hasSize(64 << 10);
    }

    @Test
    void theLongestLineIsStillRead() throws IOException {
        String start = GOOD.substring(0, GOOD.length() - 2);
        String line = start + "x".repeat((8 << 20) - start.length() - 2) + "\"}";
        assertThat(taken(read(file("a.jsonl", line)))).hasSize(1);
        assertThat(rejected(read(file("b.jsonl", line + " ")))).hasSize(1);
    }

    @Test
    void theSameIdWithAnotherTextIsTold() throws IOException {
        List<Input<Article>> read = read(file("a.jsonl", GOOD + "\n" + GOOD + "\n" + GOOD.replace("Two", "Three")));
        assertThat(taken(read)).hasSize(2);
        assertThat(rejected(read).get(0).rejection().reason()).isEqualTo(Reason.DUPLICATE_ID);
        assertThat(rejected(read).get(0).rejection().detail()).contains("'a1'", "a.jsonl:1");
    }

    @Test
    void filesThatCannotBeReadAreTold() throws IOException {
        assertThat(onlyRejection(folder.resolve("none.jsonl"))).contains("no such file");
        assertThat(onlyRejection(file("empty.jsonl", ""))).contains("is empty");
        assertThat(onlyRejection(file("blank.jsonl", "\n \n"))).contains("is empty");
        assertThat(onlyRejection(file("empty.txt", ""))).contains("is empty");
        assertThat(onlyRejection(folder)).contains("is a directory", "*.jsonl");
    }

    private String onlyRejection(Path path) {
        assertThat(read(path)).hasSize(1);
        Input.Rejected<Article> rejected = rejected(read(path)).get(0);
        assertThat(rejected.rejection().reason()).isEqualTo(Reason.UNREADABLE_FILE);
        assertThat(rejected.rejection().origin()).isEqualTo(path.toString());
        return rejected.rejection().detail();
    }

    private Path file(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(content.getBytes(StandardCharsets.UTF_8));
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static List<Input<Article>> read(Path path) {
        return read(path, Defaults.NONE);
    }

    private static List<Input<Article>> read(Path path, Defaults defaults) {
        List<Input<Article>> read = new ArrayList<>();
        new ArticleReader(defaults, CLOCK).read(path, read::add);
        return read;
    }

    private static List<Article> taken(List<Input<Article>> inputs) {
        return inputs.stream()
                .filter(i -> i instanceof Input.Taken)
                .map(i -> ((Input.Taken<Article>) i).value())
                .toList();
    }

    private static List<Input.Rejected<Article>> rejected(List<Input<Article>> inputs) {
        return inputs.stream()
                .filter(i -> i instanceof Input.Rejected)
                .map(i -> (Input.Rejected<Article>) i)
                .toList();
    }
}
