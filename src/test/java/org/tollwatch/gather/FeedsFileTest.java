package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;

class FeedsFileTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();

    @TempDir
    Path directory;

    @Test
    void aFeedHasWhatItsFileSaysAndTheUsualElse() throws IOException {
        Feeds feeds = read("""
                every: 5m
                user-agent: Example-Desk/1.0
                feeds:
                  wire:
                    url: https://wire.example/rss?key=secret
                    source: Example Wire
                    language: en
                    conflict: gaza-lebanon
                    largest: 512 KiB
                    patience: 10s
                    pages: false
                  drop:
                    folder: drop
                    format: reports
                    source: Example Desk
                    every: 2s
                """);
        Feed wire = feeds.named("wire").orElseThrow();
        assertThat(wire.every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(wire.agent()).isEqualTo("Example-Desk/1.0");
        assertThat(wire.limits()).isEqualTo(new Limits(512 << 10, Duration.ofSeconds(10), 5));
        assertThat(wire.pages()).isFalse();
        assertThat(wire.allowPrivate()).isFalse();
        assertThat(wire.origin().shown()).isEqualTo("https://wire.example/rss?…");
        Feed drop = feeds.named("drop").orElseThrow();
        assertThat(drop.origin())
                .isEqualTo(new Origin.Folder(
                        directory.resolve("drop").toAbsolutePath(), Origin.Format.REPORTS, java.util.Optional.empty()));
        assertThat(drop.every()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urll: https://a.example/ | unknown field 'urll'. Did you mean 'url'?",
                "'url: https://a.example/, folder: b' | Write one of url, folder, topic",
                "every: 3m | says not where it is",
                "url: ftp://a.example/ | Write it with http:// or https://",
                "url: https://me:word@a.example/ | Leave it out",
                "'url: https://a.example/, every: soon' | is no duration",
                "'url: https://a.example/, every: 3000h' | out of bounds",
                "'url: https://a.example/, largest: 900 MiB' | up to 64 MiB",
                "'url: https://a.example/, conflict: gaza-lebannon' | Did you mean 'gaza-lebanon'?",
                "'url: https://a.example/, format: reports' | of folders only",
                "'folder: a, format: report' | Did you mean 'reports'?",
                "'folder: a, map: m.yaml' | Write format: claims with it",
                "'url: https://a.example/, allow-private: maybe' | Write true or false",
            })
    void aMistakeIsToldWithFileLineFieldAndWhatToDo(String fields, String told) {
        assertThatThrownBy(() -> read("feeds:\n  one: {source: A, " + fields + "}\n"))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("feeds.yaml:2: feeds.one")
                .hasMessageContaining(told);
    }

    @Test
    void aSetIsTakenWholeWithTheFilesOwnPauseAndAgent() throws IOException {
        Feeds feeds = read("sets: [nagorno-karabakh, world]\nevery: 1h\nuser-agent: Desk/1\n");
        assertThat(feeds.all()).hasSizeGreaterThan(15).allSatisfy(feed -> {
            assertThat(feed.every()).isEqualTo(Duration.ofHours(1));
            assertThat(feed.agent()).isEqualTo("Desk/1");
        });
        assertThatThrownBy(() -> read("sets: [worlds]\n")).hasMessageContaining("Did you mean 'world'?");
        assertThatThrownBy(() -> read("every: 1h\n")).hasMessageContaining("has 0 feeds");
    }

    @Test
    void theSetsThatComeAlongHaveNamesOfTheirOwnLanguagesAndRegions() {
        Set<String> names = new HashSet<>();
        for (String set : FeedsFile.sets()) {
            for (Feed feed : FeedsFile.set(set, CONFLICTS).all()) {
                assertThat(names.add(feed.name())).as(feed.name()).isTrue();
                assertThat(feed.language()).isPresent();
                assertThat(feed.region()).isPresent();
                assertThat(feed.country()).isPresent();
                assertThat(feed.origin().shown()).startsWith("https://");
            }
        }
        assertThat(names).hasSizeGreaterThan(40);
    }

    private Feeds read(String yaml) throws IOException {
        return FeedsFile.read(Files.writeString(directory.resolve("feeds.yaml"), yaml), CONFLICTS);
    }
}
