package org.tollwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages in several shapes and languages: the article comes out, what is around it does not. */
class PageCorpusTest {

    private static final URI ADDRESS = URI.create("https://post.example/news/1");

    static List<Corpus> pages() {
        return Corpus.read("/web/pages.txt");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readsTheArticle(Corpus page) {
        assertThat(shown(PageText.read(page.body(), page.type(), ADDRESS))).isEqualTo(page.expected());
    }

    private static String shown(PageReading reading) {
        if (!(reading instanceof PageReading.Page page)) {
            return "none";
        }
        StringJoiner lines = new StringJoiner("\n");
        page.title().ifPresent(title -> lines.add("title: " + title));
        page.publishedAt().ifPresent(at -> lines.add("date: " + at));
        page.canonical().ifPresent(uri -> lines.add("canonical: " + uri));
        page.language().ifPresent(tag -> lines.add("language: " + tag));
        return lines.add(page.text()).toString();
    }
}
