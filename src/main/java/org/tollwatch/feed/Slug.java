package org.tollwatch.feed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An id made from a name: its letters and digits in lower case, without accents, joined by hyphens. */
final class Slug {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Slug() {}

    static String of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return ENDS.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
    }
}
