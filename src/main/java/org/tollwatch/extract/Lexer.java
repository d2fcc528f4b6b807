package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stretch of text into items: the longest word of the pack or the conflict at each place, numbers, marks, the rest. */
final class Lexer {

    private final LanguagePack pack;
    private final Trie names;
    private final Digits digits;
    private final GluedWords glued;

    /** @param names of the conflict, in the pack's language */
    Lexer(LanguagePack pack, Trie names) {
        this.pack = pack;
        this.names = names;
        this.digits = new Digits(pack);
        this.glued = new GluedWords(pack, names);
    }

    List<Item> lex(NormalText text, int from, int to) {
        List<Item> items = new ArrayList<>();
        for (int i = from; i < to; ) {
            Item ending = glued.ending(text, i, to, items.isEmpty() ? null : items.get(items.size() - 1));
            if (ending.length() > 0) {
                if (!ending.unknown()) {
                    items.add(ending);
                }
                i = ending.end();
                continue;
            }
            Item proclitic = glued.proclitic(text, i, to);
            Item item = proclitic == null ? next(text, i, to) : proclitic;
            if (item.unknown() && !items.isEmpty() && glued(text.text(), items.get(items.size() - 1), item)) {
                Item last = items.remove(items.size() - 1);
                item = new Item(last.start(), item.end(), List.of());
            }
            if (item.length() > 0 && !blank(text.text(), item)) {
                items.add(item);
            }
            i = Math.max(item.end(), i + 1);
        }
        return items;
    }

    private Item next(NormalText text, int at, int to) {
        String s = text.text();
        char c = s.charAt(at);
        if (c == ' ' || c == '\n') {
            boolean thai =
                    at > 0 && Script.unspaced(s.charAt(at - 1)) || at + 1 < to && Script.unspaced(s.charAt(at + 1));
            return thai ? Item.of(at, at + 1, new Mark(Tag.SPACE)) : new Item(at, at + 1, List.of());
        }
        if (Digits.digit(c)) {
            return number(text, at, to);
        }
        if (model(s, at, to)) {
            return new Item(at, letters(s, at, to), List.of());
        }
        if (c == 'h' && (s.startsWith("http://", at) || s.startsWith("https://", at)) || s.startsWith("www.", at)) {
            return Item.of(at, wordEnd(s, at, to), new Mark(Tag.MASKED));
        }
        Trie.Match word = glued.longest(pack.words(), text, at, to);
        Trie.Match name = glued.name(text, at, to);
        if (name.end() > word.end() || name.end() > at && glued.wordEnd(text, name.end(), to) > word.end()) {
            return new Item(at, name.end(), withPeople(text, at, name, word));
        }
        if (word.end() > at && hyphenated(s, word.end(), to)) {
            return new Item(at, letters(s, word.end(), to), things(word));
        }
        Trie.Match cardinal = glued.cardinal(text, at, to, Math.max(word.end(), name.end()));
        if (cardinal.end() > at) {
            return new Item(at, cardinal.end(), cardinal.senses());
        }
        if (word.end() > at) {
            List<Sense> senses = new ArrayList<>(word.senses());
            if (name.end() == word.end()) {
                senses.addAll(name.senses());
            }
            senses.addAll(lastName(text, at, word));
            return new Item(at, word.end(), senses);
        }
        return Character.isLetter(c) || Script.unspaced(c) ? unknown(text, at, to) : mark(c, at);
    }

    /** A name that begins or ends with a word for people ("tay súng ly khai", "Russian peacekeepers") counts people too. */
    private List<Sense> withPeople(NormalText text, int at, Trie.Match name, Trie.Match word) {
        List<Sense> senses = new ArrayList<>(name.senses());
        int last = text.text().lastIndexOf(' ', name.end() - 1) + 1;
        Trie.Match end = last > at ? pack.words().longest(text, last, name.end()) : word;
        List<Sense> people = end.end() == name.end() && last > at ? end.senses() : word.senses();
        people.stream().filter(sense -> sense.tag() == Tag.PERSON).forEach(senses::add);
        return senses;
    }

    /** "Потери ВСУ" is one word of the pack, and names whose losses they are. */
    private List<Sense> lastName(NormalText text, int at, Trie.Match word) {
        if (!has(word, Tag.TRIGGER)) {
            return List.of();
        }
        int last = text.text().lastIndexOf(' ', word.end() - 1) + 1;
        Trie.Match name = last > at ? names.longest(text, last, word.end()) : Trie.Match.NONE;
        return name.end() == word.end() ? name.senses() : List.of();
    }

    private static boolean has(Trie.Match match, Tag tag) {
        for (Sense sense : match.senses()) {
            if (sense.tag() == tag) {
                return true;
            }
        }
        return false;
    }

    /** What a word with a number of its own may be ("БМП-2", "S-300"): a thing of that make, and nothing else. */
    private static List<Sense> things(Trie.Match word) {
        return word.senses().stream()
                .filter(sense -> sense.tag() == Tag.GEAR || sense.tag() == Tag.AMMO)
                .toList();
    }

    /** A number with what is glued to it: "1.5m", "20th", "5km", "$7", "40%". */
    private Item number(NormalText text, int at, int to) {
        String s = text.text();
        Item item = glued.withEnding(s, digits.read(s, at, to), to);
        int end = item.end();
        if (end < to && s.charAt(end) == '%'
                || at > 0 && Character.getType(s.charAt(at - 1)) == Character.CURRENCY_SYMBOL) {
            return end < to && s.charAt(end) == '%'
                    ? new Item(at, end + 1, List.of(new Mark(Tag.MASKED), new Mark(Tag.FRACTION)))
                    : Item.of(at, end, new Mark(Tag.MASKED));
        }
        if (end < to && Script.spaced(s.charAt(end))) {
            boolean decade = end - at == 4 && s.charAt(end - 1) == '0' && s.startsWith(pack.decade(), end);
            if (decade && Script.endsHere(s, end + pack.decade().length())) {
                LocalDate first = LocalDate.of(Integer.parseInt(s.substring(at, end)), 1, 1);
                return Item.of(
                        at,
                        end + pack.decade().length(),
                        new Moment(first, first.plusYears(10), Moment.Unit.YEAR, false));
            }
            Trie.Match glued = pack.words().from(text, end, to);
            return has(glued, Tag.MULTIPLIER) ? item : Item.of(at, letters(s, end, to), new Mark(Tag.MASKED));
        }
        return item;
    }

    /** A word nobody knows, with what a hyphen joins to it if that is not known either: "оперативно-тактический". */
    private Item unknown(NormalText text, int at, int to) {
        String s = text.text();
        if (Script.unspaced(s.charAt(at))) {
            return new Item(at, at + 1, List.of());
        }
        int end = letters(s, at, to);
        while (end + 1 < to
                && s.charAt(end) == '-'
                && Character.isLowerCase(s.charAt(end + 1))
                && !known(text, end + 1, to)) {
            end = letters(s, end + 1, to);
        }
        return new Item(at, end, List.of());
    }

    private boolean known(NormalText text, int at, int to) {
        return pack.words().from(text, at, to).end() > at
                || names.from(text, at, to).end() > at;
    }

    /** Letters, and digits glued to them by a hyphen: "Su-25". */
    private static int letters(String s, int at, int to) {
        int end = at;
        while (end < to && (Script.spaced(s.charAt(end)) || hyphenated(s, end, to))) {
            end++;
        }
        return Math.max(end, at + 1);
    }

    /** "ซู-25": a hyphen and digits glued to letters of a script without spaces are the name of a model. */
    private static boolean model(String s, int at, int to) {
        return hyphenated(s, at, to) && at > 0 && Script.unspaced(s.charAt(at - 1));
    }

    private static boolean hyphenated(String s, int at, int to) {
        return at + 1 < to && s.charAt(at) == '-' && Digits.digit(s.charAt(at + 1));
    }

    private static int wordEnd(String s, int at, int to) {
        int end = at;
        while (end < to && s.charAt(end) != ' ' && s.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private static Item mark(char c, int at) {
        Tag tag = switch (c) {
            case ',' -> Tag.COMMA;
            case ';', ':', '.', '!', '?' -> Tag.STOP;
            case '-', '/' -> Tag.DASH;
            case '\u2013' -> Tag.DASH;
            case '"' -> Tag.QUOTE;
            case '(', ')', '[', ']' -> Tag.PAREN;
            default -> null;
        };
        return tag == null ? new Item(at, at + 1, List.of()) : Item.of(at, at + 1, new Mark(tag));
    }

    /** Unknown characters of a script without spaces run together into one unknown word. */
    private static boolean glued(String s, Item last, Item item) {
        return last.unknown()
                && last.end() == item.start()
                && (Script.unspaced(s.charAt(item.start())) || item.length() > 1 && s.charAt(item.start()) == '-');
    }

    private static boolean blank(String s, Item item) {
        return item.unknown()
                && item.length() == 1
                && !Script.unspaced(s.charAt(item.start()))
                && !Character.isLetterOrDigit(s.charAt(item.start()));
    }
}
