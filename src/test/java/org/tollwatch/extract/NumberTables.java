package org.tollwatch.extract;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the tables of number words under {@code languages/numbers} from ICU's spellings: every number from 2 to 999, in every
 * gender and case that ICU knows. One is left out, as most languages write their article so; short Vietnamese numbers too, as
 * five is also a year.
 */
final class NumberTables {

    /** Languages whose number words change or join in ways that a few entries of a pack cannot hold. */
    static final List<String> LANGUAGES = List.of("ar", "az", "es", "fr", "hy", "ru", "tr", "uk", "vi");

    static final Path FOLDER = Path.of("src/main/resources/languages/numbers");

    private NumberTables() {}

    /** Writes the tables anew: {@code mvn test-compile exec:java} with this class, after an update of ICU. */
    public static void main(String[] args) throws IOException {
        StringBuilder index = new StringBuilder();
        for (String language : LANGUAGES) {
            Files.writeString(FOLDER.resolve(language + ".tsv"), table(language), StandardCharsets.UTF_8);
            index.append(language).append(".tsv\n");
        }
        Files.writeString(FOLDER.resolve("INDEX"), index, StandardCharsets.UTF_8);
    }

    static String table(String language) {
        RuleBasedNumberFormat format = format(language);
        StringBuilder table = new StringBuilder();
        for (int n = language.equals("vi") ? 1 : 2; n < 1000; n++) {
            Set<String> spellings = new TreeSet<>();
            if (!language.equals("ar")) { // its "and" is glued on, and a word of its own to us
                afterThousand(format, n).ifPresent(spellings::add);
            }
            for (String rules : language.equals("vi") && n < 6 ? new String[0] : format.getRuleSetNames()) {
                if (rules.startsWith("%spellout-cardinal") || rules.equals("%spellout-numbering")) {
                    spellings.add(clean(format.format(n, rules)));
                }
            }
            table.append(n).append('\t').append(String.join("|", spellings)).append('\n');
        }
        return table.toString();
    }

    /** How a number is spelled behind a thousand, where that differs: Vietnamese puts "no hundred" before it. */
    private static Optional<String> afterThousand(RuleBasedNumberFormat format, int n) {
        String thousand = clean(format.format(1000)) + " ";
        String both = clean(format.format(1000 + n));
        return both.startsWith(thousand) ? Optional.of(both.substring(thousand.length())) : Optional.empty();
    }

    static RuleBasedNumberFormat format(String language) {
        return new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
    }

    /** Without the invisible marks of where a line may break. */
    static String clean(String spelling) {
        return spelling.replace("\u200B", "").replace("\u00AD", "");
    }
}
