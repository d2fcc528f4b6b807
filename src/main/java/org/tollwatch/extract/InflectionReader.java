package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Reads the section {@code inflection} of a language pack: classes of words, each with its rules. */
final class InflectionReader {

    /** More letters than any ending has. */
    private static final int LONGEST_CUT = 12;

    private InflectionReader() {}

    static Map<String, Inflection> read(Node section) {
        Map<String, Inflection> classes = new HashMap<>();
        section.fields().byKey().forEach((name, rules) -> {
            List<Inflection.Rule> read = new ArrayList<>();
            for (Node rule : rules.items()) {
                read.add(rule(rule.fields().only("ends", "front", "cut", "forms")));
            }
            classes.put(name, new Inflection(List.copyOf(read)));
        });
        return Map.copyOf(classes);
    }

    private static Inflection.Rule rule(Fields rule) {
        Node ends = rule.required("ends", "ends: \"[кгх]а\"");
        int front = rule.get("front").map(InflectionReader::cut).orElse(0);
        int cut = rule.get("cut").map(InflectionReader::cut).orElse(0);
        List<List<Inflection.Form>> forms = new ArrayList<>();
        for (String cell :
                rule.required("forms", "forms: \"- а у ом е\"").text().split(" +")) {
            List<Inflection.Form> alternatives = new ArrayList<>();
            for (String form : cell.split("/")) {
                alternatives.add(form(form));
            }
            forms.add(List.copyOf(alternatives));
        }
        return new Inflection.Rule(pattern(ends), front, cut, List.copyOf(forms));
    }

    /** "ال+-" puts something before the word and leaves its end alone; "-" is no ending, "_" a space. */
    private static Inflection.Form form(String form) {
        int plus = form.indexOf('+');
        String after = (plus < 0 ? form : form.substring(plus + 1)).replace('_', ' ');
        return new Inflection.Form(plus < 0 ? "" : form.substring(0, plus), after.equals("-") ? "" : after);
    }

    private static int cut(Node node) {
        String text = node.text();
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > LONGEST_CUT) {
            throw node.at().problem("'" + text + "' is no number of letters. Write one from 0 to " + LONGEST_CUT);
        }
        return Integer.parseInt(text);
    }

    private static Pattern pattern(Node ends) {
        try {
            return Pattern.compile("(?:" + ends.text() + ")$");
        } catch (PatternSyntaxException e) {
            throw ends.at()
                    .problem("'" + ends.text() + "' is no pattern: " + e.getDescription()
                            + ". Write an ending, or a pattern such as [кг]а");
        }
    }
}
