package org.tollwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebDatesTest {

    static List<Corpus> dates() {
        return Corpus.read("/web/dates.txt");
    }

    /** One date a line, and after a bar the moment it means, or - where it is not to be understood. */
    @ParameterizedTest
    @MethodSource("dates")
    void readsDates(Corpus kind) {
        String read = kind.expected()
                .lines()
                .map(line -> line.substring(0, line.lastIndexOf('|')).strip())
                .map(date -> date + " | " + Shown.shown(WebDates.read(date).at()))
                .reduce("", (a, b) -> a + "\n" + b);
        assertThat(read.strip()).isEqualTo(kind.expected());
        assertThat(kind.expected()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dates")
    void whatIsNotUnderstoodIsNamed(Corpus kind) {
        kind.expected()
                .lines()
                .filter(line -> line.endsWith("| -"))
                .map(line -> WebDates.read(line.substring(0, line.lastIndexOf('|'))))
                .forEach(moment -> assertThat(moment.flaw()).isPresent());
    }
}
