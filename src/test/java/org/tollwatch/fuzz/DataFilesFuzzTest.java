package org.tollwatch.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.alert.RulesFile;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.gather.FeedsFile;
import org.tollwatch.policy.Policies;

/** Files that users write by hand, written badly: each is read, or refused with the file, the place and what to do. */
class DataFilesFuzzTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final int LONGEST = 6_000;
    private static final List<String> WORDS = List.of(
            "\n  ",
            "\n    ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "id:",
            "name:",
            "names:",
            "in:",
            "zone:",
            "Europe/London",
            "\"+99:00\"",
            "from:",
            "to:",
            "2020-02-30",
            "null",
            "~",
            "true",
            "*a",
            "&a ",
            "<<: *a",
            "!!binary x",
            "!x ",
            "? ",
            "|",
            ">",
            "north",
            "url: file:///etc/passwd",
            "url: http://[::1",
            "every: 1s",
            "every: 99999999999d",
            "threshold:",
            "{at: 50}",
            "90d",
            "-1d");

    @TempDir
    Path folder;

    /** What reads a file. */
    private interface Reading {
        void of(Path file);
    }

    private void read(byte[] bytes, Reading reading) throws IOException {
        Path file = Files.write(folder.resolve("file.yaml"), bytes);
        try {
            reading.of(file);
        } catch (DataFileException e) {
            if (!e.getMessage().contains("file.yaml")) {
                throw new AssertionError("it does not say which file: " + e.getMessage());
            }
        }
    }

    @Test
    void conflicts() throws Exception {
        Fuzz.ofTexts("conflict files", List.of(example("docs/conflicts.md")), WORDS, LONGEST)
                .and(DataFilesFuzzTest::yaml)
                .run(80, bytes -> read(bytes, Conflicts::read));
    }

    @Test
    void feeds() throws Exception {
        Fuzz.ofTexts("feeds files", texts("src/main/resources/feeds"), WORDS, LONGEST)
                .and(DataFilesFuzzTest::yaml)
                .run(80, bytes -> read(bytes, file -> FeedsFile.read(file, CONFLICTS)));
    }

    @Test
    void rules() throws Exception {
        List<String> files = new ArrayList<>(texts("src/main/resources/alerts"));
        files.add(example("docs/alerts.md"));
        Fuzz.ofTexts("rules files", files, WORDS, LONGEST)
                .and(DataFilesFuzzTest::yaml)
                .run(80, bytes -> read(bytes, file -> RulesFile.read(file, CONFLICTS)));
    }

    @Test
    void policies() throws Exception {
        Policies known = Policies.bundled();
        Fuzz.ofTexts("policy files", texts("src/main/resources/policies"), WORDS, LONGEST)
                .and(DataFilesFuzzTest::yaml)
                .run(80, bytes -> read(bytes, known::read));
    }

    /** The longest example of a page. */
    private static String example(String page) throws IOException {
        var blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of(page), StandardCharsets.UTF_8));
        String longest = "";
        while (blocks.find()) {
            longest = blocks.group(1).length() > longest.length() ? blocks.group(1) : longest;
        }
        return longest;
    }

    private static List<String> texts(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(DataFilesFuzzTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yaml(Random random) {
        StringBuilder yaml = new StringBuilder("id: x\nname: X\nzone: Asia/Yerevan\n");
        String[] keys = {
            "parties", "feeds", "rules", "places", "persons", "episodes", "names", "outlets", "actors", "sets", "every"
        };
        for (int i = random.nextInt(12); i >= 0; i--) {
            int depth = random.nextInt(4);
            yaml.append("  ".repeat(depth))
                    .append(keys[random.nextInt(keys.length)])
                    .append(": ");
            yaml.append(random.nextBoolean() ? "" : WORDS.get(random.nextInt(WORDS.size())))
                    .append('\n');
        }
        return yaml.toString();
    }
}
