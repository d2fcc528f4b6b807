package org.tollwatch.extract;

import java.util.List;

/** What a language writes together: small words before a word, endings after a name or a number. */
final class GluedWords {

    private final LanguagePack.Glue glue;
    private final Trie words;
    private final Trie names;

    GluedWords(LanguagePack pack, Trie names) {
        this.glue = pack.glue();
        this.words = pack.words();
        this.names = names;
    }

    /** The longest word at a place, which may follow a proclitic. */
    Trie.Match longest(Trie trie, NormalText text, int at, int to) {
        return afterProclitic(text, at) ? trie.from(text, at, to) : trie.longest(text, at, to);
    }

    private boolean afterProclitic(NormalText text, int at) {
        return at > 0 && proclitic(text.text(), at - 1) && Script.startsHere(text.text(), at - 1);
    }

    private boolean proclitic(String s, int at) {
        return glue.proclitics().indexOf(s.charAt(at)) >= 0;
    }

    /** The word of one letter that is glued here before a word or a name that is known; null when there is none. */
    Item proclitic(NormalText text, int at, int to) {
        boolean possible = !glue.proclitics().isEmpty()
                && at + 1 < to
                && proclitic(text.text(), at)
                && Script.startsHere(text.text(), at)
                && Script.spaced(text.text().charAt(at + 1));
        if (!possible || known(words, text, at, to) || known(names, text, at, to)) {
            return null;
        }
        boolean digit = Digits.digit(text.text().charAt(at + 1));
        boolean before = digit || follows(words, text, at + 1, to) || follows(names, text, at + 1, to);
        return before ? new Item(at, at + 1, words.exact(text.text().substring(at, at + 1))) : null;
    }

    private static boolean known(Trie trie, NormalText text, int at, int to) {
        return trie.longest(text, at, to).end() > at;
    }

    private static boolean follows(Trie trie, NormalText text, int at, int to) {
        return trie.from(text, at, to).end() > at;
    }

    /** One past an ending that is glued to a name or number with a mark ("Bakü'de"), and is no word of the pack; else here. */
    int suffixEnd(NormalText text, int at, int to) {
        String s = text.text();
        boolean mark = glue.suffixMark() != 0
                && s.charAt(at) == glue.suffixMark()
                && at > 0
                && at + 1 < to
                && Script.spaced(s.charAt(at - 1))
                && Character.isLetter(s.charAt(at + 1));
        if (!mark || known(words, text, at, to)) {
            return at;
        }
        int end = at + 1;
        while (end < to && Character.isLetter(s.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A number with the ending that is glued to it and changes nothing. */
    Item withEnding(String s, Item number, int to) {
        for (String ending : glue.numberEndings()) {
            int end = number.end() + ending.length();
            if (end <= to && s.startsWith(ending, number.end()) && Script.endsHere(s, end)) {
                return new Item(number.start(), end, List.copyOf(number.senses()));
            }
        }
        return number;
    }
}
