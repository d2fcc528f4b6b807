package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Armenian writes otherwise than its neighbours: its marks, its letter yev, years before months. */
class ArmenianTest {

    private static final Languages LANGUAGES = Languages.bundled();

    private static List<Sentence> read(String text) {
        LanguagePack pack = LANGUAGES.pack("hy").orElseThrow();
        return new SentenceReader(pack, new Trie(), LocalDateTime.of(2022, 9, 16, 12, 0))
                .read(Normaliser.normalise(text));
    }

    @Test
    void isTold() {
        String text = "Պաշտպանության նախարարությունը հայտնել է երկու զինծառայողի մասին։";
        assertThat(LANGUAGES.recognise(Normaliser.normalise(text)).map(LanguagePack::code))
                .contains("hy");
    }

    @Test
    void endsSentencesWithItsOwnStopOrAColon() {
        assertThat(read("Զոհվել է 3 մարդ։ Նա ասաց. «Վիրավորվել է 5-ը»։")).hasSize(2);
        assertThat(read("Զոհվել է 3 մարդ: Ժամը 14:30-ին վիրավորվել է 5-ը:")).hasSize(2);
        assertThat(read("Զոհվել է 3 մարդ. Վիրավորվել է 5-ը.")).hasSize(2);
    }

    @Test
    void asksInsideAWord() {
        assertThat(read("Քանի՞ մարդ է զոհվել։").get(0).span().asks()).isTrue();
        assertThat(read("Երեք մարդ է զոհվել։").get(0).span().asks()).isFalse();
    }

    @Test
    void readsYevInOneLetterOrTwo() {
        assertThat(Normaliser.normalise("Երևան").text()).isEqualTo("Երեւան");
        assertThat(Normaliser.normalise("Երևան։").quote(0, 6)).isEqualTo("Երևան");
    }

    @Test
    void namesTheYearFirst() {
        Moment moment = read("2020 թվականի սեպտեմբերի 27-ին ադրբեջանական ուժերը").get(0).items().stream()
                .flatMap(i -> i.sense(Moment.class).stream())
                .findFirst()
                .orElseThrow();
        assertThat(moment.from()).isEqualTo("2020-09-27");
        assertThat(moment.oneDay()).isTrue();
    }
}
