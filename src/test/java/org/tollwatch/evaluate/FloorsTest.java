package org.tollwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tollwatch.data.DataFiles;
import org.tollwatch.data.Node;
import org.tollwatch.data.YamlFile;
import org.tollwatch.extract.Languages;

/** No figure of any language falls below what has been reached. Where figures have risen, the line to put down is printed. */
class FloorsTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Path SENTENCES = Path.of("src/test/resources/sentences");
    private static final Path FLOORS = GOLD.resolve("floors.yaml");

    /** What is measured by itself: articles that rules were written against, articles set aside, single sentences. */
    private enum Kind {
        DEV(GOLD, text -> !text.aside() && !text.elsewhere()),
        ASIDE(GOLD, text -> text.aside() && !text.elsewhere()),
        SENTENCES(FloorsTest.SENTENCES, text -> true),
        ELSEWHERE(GOLD, GoldText::elsewhere);

        private final Path sets;
        private final Predicate<GoldText> texts;

        Kind(Path sets, Predicate<GoldText> texts) {
            this.sets = sets;
            this.texts = texts;
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Sets sets = Sets.bundled();
    private final Map<String, Map<String, Floor>> floors = floors();

    @TestFactory
    Stream<DynamicTest> noFigureFalls() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Gold gold = sets.gold(kind.sets);
            Map<String, List<TextResult>> now = sets.evaluation(gold.where(kind.texts)).results().stream()
                    .collect(Collectors.groupingBy(result -> result.text().language()));
            TreeSet<String> languages = new TreeSet<>(now.keySet());
            floors.forEach((language, kinds) -> {
                if (kinds.containsKey(kind.field())) {
                    languages.add(language);
                }
            });
            languages.forEach(language -> tests.add(DynamicTest.dynamicTest(
                    language + " " + kind.field(), () -> hold(language, kind, now.get(language), gold))));
        }
        return tests.stream();
    }

    @Test
    void everyLineOfEverySetCanBeUsed() {
        for (Path folder : List.of(GOLD, SENTENCES)) {
            Gold gold = sets.gold(folder);
            gold.absent().forEach(System.out::println);
            assertThat(gold.flaws()).isEmpty();
        }
    }

    private void hold(String language, Kind kind, List<TextResult> results, Gold gold) {
        Assumptions.assumeTrue(
                results != null || kind != Kind.ELSEWHERE, () -> "the texts are not here: " + gold.absent());
        assertThat(results).as("gold of " + language + " " + kind.field()).isNotNull();
        Floor now = Floor.of(results);
        String ready = FLOORS + ": " + language + ": " + kind.field() + ": " + now.line();
        Floor floor = floors.getOrDefault(language, Map.of()).get(kind.field());
        if (floor == null) {
            System.out.println("No floor yet: " + ready);
            assertThat(Languages.bundled().codes())
                    .as("a language that is read has a floor: put down " + ready)
                    .doesNotContain(language);
            return;
        }
        assertThat(now.below(floor))
                .as(language + " " + kind.field() + " fell; what it is now: " + now.line())
                .isEmpty();
        if (!now.equals(floor)) {
            System.out.println("Risen: " + ready);
        }
    }

    private static Map<String, Map<String, Floor>> floors() {
        Map<String, Map<String, Floor>> floors = new TreeMap<>();
        Node root = YamlFile.read(FLOORS.toString(), DataFiles.read(FLOORS), "docs/evaluating.md");
        List<String> kinds = Stream.of(Kind.values()).map(Kind::field).toList();
        root.fields().byKey().forEach((language, node) -> {
            Map<String, Floor> byKind = node.fields().only(kinds.toArray(String[]::new)).byKey().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> floor(e.getValue())));
            floors.put(language, byKind);
        });
        return floors;
    }

    private static Floor floor(Node node) {
        Map<String, Double> figures = new LinkedHashMap<>();
        node.fields().byKey().forEach((name, share) -> figures.put(name, Double.valueOf(share.text())));
        return new Floor(figures);
    }
}
