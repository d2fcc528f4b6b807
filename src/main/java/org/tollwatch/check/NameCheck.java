package org.tollwatch.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tollwatch.conflict.Names;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.extract.Languages;

/** Looks for names that are everyday words of a language: they would be met in every text. */
final class NameCheck {

    private static final List<String> SECTIONS =
            List.of("parties", "actors", "outlets", "persons", "places", "episodes");
    private static final Set<String> KINDS = Set.of("name", "names", "people", "seats", "organs");

    private final Fields root;
    private final Languages languages;
    private final List<Finding> findings = new ArrayList<>();

    NameCheck(Fields root, Languages languages) {
        this.root = root;
        this.languages = languages;
    }

    List<Finding> findings() {
        for (String section : SECTIONS) {
            root.entries(section).values().forEach(this::entry);
        }
        return findings;
    }

    private void entry(Fields entry) {
        entry.byKey().forEach((kind, node) -> {
            if (!KINDS.contains(kind)) {
                return;
            }
            if (node instanceof Fields byLanguage) {
                byLanguage.byKey().forEach((language, list) -> aliases(language, list));
            } else {
                aliases(Names.ALL, node);
            }
        });
    }

    private void aliases(String language, Node list) {
        for (Node alias : list.items()) {
            if (safe(alias.text())) {
                continue;
            }
            Stream<String> spoken = language.equals(Names.ALL) ? languages.codes().stream() : Stream.of(language);
            spoken.filter(code -> languages.isWord(code, alias.text()))
                    .findFirst()
                    .ifPresent(code -> word(code, alias));
        }
    }

    /** Several words together mean little else; and short capitals are met as capitals only. */
    private static boolean safe(String alias) {
        return alias.contains(" ") || alias.length() <= 3 && alias.chars().allMatch(Character::isUpperCase);
    }

    /** A name with a capital is met only where the text has one. */
    private void word(String language, Node alias) {
        String text = alias.text();
        boolean capital = Character.isUpperCase(text.codePointAt(0));
        if (languages.isCommon(language, text) && !capital) {
            findings.add(Finding.error(
                    alias.at(),
                    "'" + text + "' is one of the commonest words of '" + language
                            + "', and would be met in every text. Remove it, or make it longer"));
        } else {
            findings.add(Finding.hint(
                    alias.at(),
                    "'" + text + "' is a word of the language pack '" + language
                            + "' too, and may be met where it is not meant. A longer name is safer"));
        }
    }
}
