package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.cli.CountCommandTest.ARTICLES;
import static org.tollwatch.cli.CountCommandTest.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counting under another policy than the default, and under several at once. */
class CountPolicyTest {

    private static final String KINDS = "day,week,month,episode";

    private static final List<String> WORDS = List.of(article(
            "5",
            "Wire",
            "2020-10-05T18:00:00Z",
            "Armenia's defence ministry said on Monday that dozens of its soldiers had been killed on 5 October."
                    + " Armenia and Azerbaijan accused each other of shelling Stepanakert."));

    @TempDir
    Path folder;

    @Test
    void aPolicyAskedForReadsTheWordsItsOwnWay() throws IOException {
        Path file = file(WORDS, "words");
        assertThat(CommandRun.of("count", "--policy", "acled", file).succeeded().out())
                .contains("conflict, under the policy 'acled'", "12");
        assertThat(CommandRun.of("count", file).succeeded().out())
                .contains("24")
                .doesNotContain("policy");
    }

    @Test
    void whatIsReckonedUnderAPolicyIsWhatIsKeptUnderIt() throws IOException {
        List<String> lines = new ArrayList<>(ARTICLES);
        lines.addAll(WORDS);
        Path same = Files.writeString(folder.resolve("same.yaml"), "name: same\nwords: interval\nbest: latest\n");
        CommandRun kept = CommandRun.of("count", "--json", "--window", KINDS, file(lines, "all"));
        CommandRun reckoned =
                CommandRun.of("count", "--json", "--window", KINDS, "--policy", same, folder.resolve("all.jsonl"));
        assertThat(kept.lines()).hasSizeGreaterThan(20);
        assertThat(reckoned.out()).isEqualTo(kept.out().replace("\"policy\":\"default\"", "\"policy\":\"same\""));
    }

    @Test
    void policiesAreComparedSideBySideAndDifferencesMarked() throws IOException {
        List<String> lines = new ArrayList<>(ARTICLES);
        lines.addAll(WORDS);
        Path file = file(lines, "compared");
        CommandRun table =
                CommandRun.of("count", "--window", "2020-10-02..2020-10-06", "--compare", "default,acled", file);
        assertThat(table.status()).isZero();
        assertThat(table.lines())
                .anyMatch(line -> line.matches(" +default +acled"))
                .anyMatch(line -> line.matches(" +low +best +high +low +best +high"))
                .anyMatch(line -> line.matches("  \\* .*Armenia +24 +24 +or more +12 +12 +or more"))
                .anyMatch(line -> line.matches("    .*Artsakh +105 +105 +or more +105 +105 +or more"))
                .anyMatch(line -> line.startsWith("* the policies differ"))
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(100));

        CommandRun json = CommandRun.of("count", "--json", "--compare", "floor,default,acled", file);
        assertThat(json.lines()).map(CountCommandTest::json).satisfies(tallies -> {
            assertThat(tallies.size() % 3).isZero();
            for (int i = 0; i < tallies.size(); i += 3) {
                assertThat(tallies.subList(i, i + 3))
                        .extracting(t -> t.path("policy").asText())
                        .containsExactly("floor", "default", "acled");
                assertThat(tallies.subList(i, i + 3))
                        .extracting(t -> t.path("party").asText()
                                + t.path("measure").asText()
                                + t.path("status").asText()
                                + t.path("window"))
                        .containsOnly(tallies.get(i).path("party").asText()
                                + tallies.get(i).path("measure").asText()
                                + tallies.get(i).path("status").asText()
                                + tallies.get(i).path("window"));
            }
        });
    }

    @Test
    void manyPoliciesHaveOneColumnEach() throws IOException {
        CommandRun run =
                CommandRun.of("count", "--window", "day", "--compare", "default,acled,floor", file(WORDS, "many"));
        assertThat(run.lines())
                .anyMatch(line -> line.matches(" +default +acled +floor"))
                .anyMatch(line -> line.matches("  \\* .*Armenia +24–99 +12 +24 or more"));
    }

    @Test
    void aPolicyThatIsNotKnownIsToldBeforeAnythingStarts() throws IOException {
        Path file = file(WORDS, "words");
        CommandRun unknown = CommandRun.of("count", "--policy", "ucdp", file);
        assertThat(unknown.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(unknown.err())
                .contains("--policy ucdp: no policy has this name", "Known are: default, acled, median, floor");
        assertThat(CommandRun.of("demo", "--policy", "ucdp").err()).contains("Known are:");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: own\nwords: interval\nbest: newest\n");
        assertThat(CommandRun.of("count", "--compare", "default," + broken, file)
                        .err())
                .contains("broken.yaml:3: best: there is no rule for the best figure 'newest'");

        assertThat(CommandRun.of("count", "--compare", "acled,acled", file).status())
                .isEqualTo(ExitStatus.USAGE);
        CommandRun both = CommandRun.of("count", "--policy", "acled", "--compare", "default,floor", file);
        assertThat(both.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(both.err()).contains("--policy and --compare exclude one another");
    }

    private Path file(List<String> lines, String name) throws IOException {
        return Files.write(folder.resolve(name + ".jsonl"), lines, StandardCharsets.UTF_8);
    }
}
