package org.tollwatch.extract;

import java.util.List;

/** What a language writes together: small words before a word, endings after a name or a number. */
final class GluedWords {

    private static final Item NOTHING = new Item(0, 0, List.of());

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
        return afterProclitic(text.text(), at) ? trie.from(text, at, to) : trie.longest(text, at, to);
    }

    /** After one proclitic or two: "wa-bi-". */
    private boolean afterProclitic(String s, int at) {
        return at > 0
                && proclitic(s, at - 1)
                && (Script.startsHere(s, at - 1) || at > 1 && proclitic(s, at - 2) && Script.startsHere(s, at - 2));
    }

    private boolean proclitic(String s, int at) {
        return glue.proclitics().indexOf(s.charAt(at)) >= 0;
    }

    /** The word of one letter that is glued here before a word or a name that is known; null when there is none. */
    Item proclitic(NormalText text, int at, int to) {
        boolean possible = !glue.proclitics().isEmpty()
                && at + 1 < to
                && proclitic(text.text(), at)
                && (Script.startsHere(text.text(), at) || afterProclitic(text.text(), at))
                && Script.spaced(text.text().charAt(at + 1));
        if (!possible || known(words, text, at, to) || known(names, text, at, to)) {
            return null;
        }
        boolean second = at + 2 < to
                && proclitic(text.text(), at + 1)
                && Script.startsHere(text.text(), at)
                && Script.spaced(text.text().charAt(at + 2))
                && word(text, at + 2, to);
        return second || word(text, at + 1, to)
                ? new Item(at, at + 1, words.exact(text.text().substring(at, at + 1)))
                : null;
    }

    /** Whether a number, or a word or name that is known and no proclitic itself, stands here. */
    private boolean word(NormalText text, int at, int to) {
        return Digits.digit(text.text().charAt(at)) || follows(words, text, at, to) || follows(names, text, at, to);
    }

    private boolean known(Trie trie, NormalText text, int at, int to) {
        return longest(trie, text, at, to).end() > at;
    }

    private static boolean follows(Trie trie, NormalText text, int at, int to) {
        return trie.from(text, at, to).end() > at + 1;
    }

    /** The longest name at a place, before any ending that is glued to it. */
    Trie.Match name(NormalText text, int at, int to) {
        return glue.nameEndings().isEmpty()
                ? longest(names, text, at, to)
                : names.stem(text, at, to, glue.nameEndings());
    }

    /** A number word with an ending glued to it, where no longer word stands: up to the ending; else of no length. */
    Trie.Match cardinal(NormalText text, int at, int to, int known) {
        if (glue.cardinalEndings().isEmpty()) {
            return Trie.Match.NONE;
        }
        Trie.Match stem = words.stem(text, at, to, glue.cardinalEndings());
        boolean number = stem.senses().stream().anyMatch(s -> s.tag() == Tag.CARDINAL);
        boolean longer =
                number && Script.ending(text, stem.end(), to, glue.cardinalEndings()) > Math.max(known, stem.end());
        return longer ? stem : Trie.Match.NONE;
    }

    /** One past the name that ends here and its ending. */
    int wordEnd(NormalText text, int at, int to) {
        return Script.ending(text, at, to, glue.nameEndings());
    }

    /** The ending that is glued here to the word before; of no length when none is. */
    Item ending(NormalText text, int at, int to, Item before) {
        String s = text.text();
        boolean inside = at > 0 && at < to && Script.spaced(s.charAt(at - 1));
        if (!inside || glue.suffixMark() == 0 && glue.nameEndings().isEmpty()) {
            return NOTHING;
        }
        boolean mark = s.charAt(at) == glue.suffixMark() && at + 1 < to && Character.isLetter(s.charAt(at + 1));
        boolean bare = before != null
                && before.end() == at
                && before.isAny(Tag.NAME, Tag.CARDINAL)
                && Character.isLetter(s.charAt(at));
        if (!mark && !bare) {
            return NOTHING;
        }
        Trie.Match known = mark ? words.longest(text, at, to) : Trie.Match.NONE;
        int end = known.end() > at ? known.end() : letters(s, mark ? at + 1 : at, to);
        String ending = text.folded().substring(mark ? at + 1 : at, end);
        if (known.end() <= at
                && glue.suffixMark() == '-'
                && mark
                && !glue.nameEndings().contains(ending)) {
            return NOTHING; // a hyphen joins whole words too
        }
        List<Sense> senses = mark ? known.senses() : words.exact(glue.suffixMark() + ending);
        boolean number = before != null && before.end() == at && before.isAny(Tag.NUMBER, Tag.CARDINAL);
        return new Item(
                at,
                end,
                senses.stream()
                        .filter(x -> number ? !cased(x) && (mark || ofNumber(x)) : !ofNumber(x))
                        .toList());
    }

    /** The case of a number says nothing of a place. */
    private static boolean cased(Sense sense) {
        return sense.tag() == Tag.LOCATIVE || sense.tag() == Tag.GENITIVE;
    }

    private static boolean ofNumber(Sense sense) {
        return sense instanceof Lexeme lexeme && (lexeme.is("post", "number") || lexeme.is("post", "date"));
    }

    private static int letters(String s, int at, int to) {
        int end = at;
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
