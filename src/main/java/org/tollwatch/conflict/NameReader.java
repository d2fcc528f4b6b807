package org.tollwatch.conflict;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Reads names of one kind of thing, whose aliases may not meet. */
final class NameReader {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final AliasBook book = new AliasBook();

    /** The fields {@code name} and {@code names} of a thing: what it is called is one of its names, in every language. */
    Names own(String owner, Fields fields) {
        fields.name();
        Names own = names(owner, fields.required("name", ""));
        return fields.get("names").map(n -> names(owner, n)).orElse(Names.NONE).after(own);
    }

    /** Lists by language, or one list for every language. */
    Names names(String owner, Node node) {
        if (!(node instanceof Fields fields)) {
            return new Names(Map.of(Names.ALL, aliases(owner, Names.ALL, node)));
        }
        Map<String, List<String>> byLanguage = new TreeMap<>();
        fields.byKey().forEach((language, list) -> {
            if (!language.equals(Names.ALL) && !LANGUAGES.contains(language)) {
                throw list.at()
                        .problem(
                                "'" + language
                                        + "' is no language. Write an ISO 639-1 code such as en, th or vi, or all for every language");
            }
            byLanguage.put(language, aliases(owner, language, list));
        });
        return new Names(byLanguage);
    }

    private List<String> aliases(String owner, String language, Node list) {
        List<String> aliases = new ArrayList<>();
        for (Node item : list.items()) {
            String alias = Normalizer.normalize(item.text(), Normalizer.Form.NFC);
            book.enter(owner, language, alias, item.at());
            if (!aliases.contains(alias)) {
                aliases.add(alias);
            }
        }
        return aliases;
    }
}
