package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.ledger.Measure;

/** Joins "killed and wounded" into one trigger of casualties, where one figure counts both. */
final class TriggerStage {

    private TriggerStage() {}

    static List<Item> apply(List<Item> items) {
        List<Item> joined = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); ) {
            int end = casualties(items, i);
            int toll = toll(items, i);
            if (shotDown(items, i)) {
                joined.add(Item.of(items.get(i).start(), items.get(i).end(), new Mark(Tag.AUX)));
                i++;
            } else if (toll > i) {
                joined.add(new Item(items.get(i).start(), items.get(toll - 1).end(), tollSenses(items, i, toll)));
                i = toll;
            } else if (end > i) {
                Lexeme both = new Lexeme(Tag.TRIGGER, "", traits(items, i, end));
                joined.add(Item.of(items.get(i).start(), items.get(end - 1).end(), both));
                i = end;
            } else {
                joined.add(items.get(i++));
            }
        }
        return joined;
    }

    /** "The number of soldiers killed", "số binh sĩ thiệt mạng": one past its trigger, with the noun that may follow it. */
    private static int toll(List<Item> items, int i) {
        if (!items.get(i).is(Tag.TOLL)) {
            return tollBehind(items, i);
        }
        int end = i + 1;
        while (end < items.size()
                && end < i + 7
                && items.get(end)
                        .isAny(
                                Tag.ARTICLE,
                                Tag.PERSON,
                                Tag.NAME,
                                Tag.OF,
                                Tag.POSSESSIVE,
                                Tag.AUX,
                                Tag.RELATIVE,
                                Tag.TOTAL,
                                Tag.VAGUE)
                && !items.get(end).is(Tag.TRIGGER)) {
            end++;
        }
        if (end >= items.size() || !items.get(end).has(Tag.TRIGGER, "person")) {
            return i;
        }
        return end + 1 < items.size() && items.get(end + 1).is(Tag.PERSON) ? end + 2 : end + 1;
    }

    /** "ยิงโดรน 3 ลำตก", "bắn ba máy bay rơi": a verb of firing in two parts around the equipment that falls. */
    private static boolean shotDown(List<Item> items, int i) {
        if (gear(items.get(i)) != Measure.STRIKES) {
            return false;
        }
        boolean equipment = false;
        for (int k = i + 1; k < items.size() && k < i + 8; k++) {
            Item item = items.get(k);
            if (gear(item) == Measure.EQUIPMENT_LOST) {
                return equipment;
            }
            equipment |= item.is(Tag.GEAR);
            boolean between = item.isAny(Tag.GEAR, Tag.QUANTITY, Tag.CLASSIFIER, Tag.OF, Tag.ENEMY, Tag.POSSESSIVE)
                    || item.is(Tag.NAME)
                    || item.unknown();
            if (item.is(Tag.TRIGGER) || !between) {
                return false;
            }
        }
        return false;
    }

    private static Measure gear(Item item) {
        return item.lexeme(Tag.TRIGGER).map(t -> t.measureFor(NounClass.GEAR)).orElse(null);
    }

    /** The same in a language that names the number last: "զոհված զինծառայողների թիվը", "ölen askerlerin sayısı". */
    private static int tollBehind(List<Item> items, int i) {
        int end = i + 1;
        while (end < items.size()
                && end < i + 5
                && items.get(end).isAny(Tag.PERSON, Tag.NAME, Tag.OF, Tag.GENITIVE, Tag.AUX)
                && !items.get(end).is(Tag.TRIGGER)) {
            end++;
        }
        boolean trigger = items.get(i)
                .lexeme(Tag.TRIGGER)
                .filter(t -> t.has("person") && !t.has("toll"))
                .isPresent();
        boolean toll = end < items.size() && items.get(end).has(Tag.TOLL, "post");
        return trigger && toll ? end + 1 : i;
    }

    private static List<Sense> tollSenses(List<Item> items, int start, int end) {
        List<Sense> senses = new ArrayList<>();
        Map<String, String> traits = new HashMap<>(Map.of("toll", "true", "side", "after", "form", "noun"));
        items.get(start)
                .lexeme(Tag.TOLL)
                .filter(t -> t.has("side"))
                .ifPresent(t -> traits.put("side", t.trait("side")));
        for (Item item : items.subList(start, end)) {
            for (String trait : List.of("gear", "foe", "loser")) {
                item.lexeme(Tag.TRIGGER).filter(t -> t.has(trait)).ifPresent(t -> traits.put(trait, t.trait(trait)));
            }
            item.lexeme(Tag.TRIGGER)
                    .filter(t -> t.has("person"))
                    .ifPresent(t -> traits.put("person", t.trait("person")));
            item.lexeme(Tag.PERSON)
                    .or(() -> item.lexeme(Tag.TRIGGER))
                    .filter(p -> p.has("status"))
                    .ifPresent(p -> traits.putIfAbsent("status", p.trait("status")));
            item.senses().stream()
                    .filter(s -> s instanceof Name
                            || s.tag() == Tag.TOTAL
                            || s.tag() == Tag.INCREMENT
                            || s.tag() == Tag.POSSESSIVE)
                    .forEach(senses::add); // "nâng tổng số binh sĩ thiệt mạng lên": a toll that rises to
        }
        senses.add(new Lexeme(Tag.TRIGGER, "", Map.copyOf(traits)));
        return senses;
    }

    private static Map<String, String> traits(List<Item> items, int start, int end) {
        Lexeme last = items.get(end - 1).lexeme(Tag.TRIGGER).orElseThrow();
        Lexeme first = items.get(start).lexeme(Tag.TRIGGER).orElseThrow();
        String side = first.has("side") ? first.trait("side") : last.has("side") ? last.trait("side") : "either";
        boolean bare = first.has("bare") && last.has("bare");
        Map<String, String> traits = new HashMap<>(
                Map.of("person", "CASUALTIES", "side", side, "form", first.has("form") ? first.trait("form") : "verb"));
        if (bare) {
            traits.put("bare", first.trait("bare"));
        }
        if (first.has("head") && last.has("head")) {
            traits.put("head", "CASUALTIES");
        }
        for (String trait : List.of("gear", "loser", "toll")) {
            if (first.has(trait)) {
                traits.put(trait, first.trait(trait)); // "lost, killed and wounded, 40 men and two tanks"
            }
        }
        return Map.copyOf(traits);
    }

    private static int casualties(List<Item> items, int i) {
        int end = i + 1;
        if (person(items, i).isEmpty()) {
            return i;
        }
        while (end < items.size()
                && end < i + 5
                && items.get(end).isAny(Tag.COORD, Tag.SPACE, Tag.COMMA, Tag.DASH, Tag.AUX, Tag.ARTICLE)) {
            end++;
        }
        boolean another = items.subList(i + 1, Math.min(end, items.size())).stream()
                .anyMatch(x -> x.has(Tag.ARTICLE, "value")); // "one died and another was wounded"
        boolean coordinated =
                items.subList(i + 1, Math.min(end, items.size())).stream().anyMatch(x -> x.isAny(Tag.COORD, Tag.DASH));
        Optional<Measure> second = person(items, end);
        boolean differ = second.isPresent() && !second.equals(person(items, i));
        boolean both = groupNear(items, i, -1) && groupNear(items, end, 1);
        return coordinated && differ && !both && !another && !(before(items, i) && !before(items, end)) ? end + 1 : i;
    }

    /** The victims stand before such a word, and are not those of a verb behind it that has its own after it. */
    private static boolean before(List<Item> items, int i) {
        return items.get(i).is(Tag.TRIGGER, "side", "before");
    }

    /** Whether a quantity stands beside the trigger, its noun or classifier at most between. */
    private static boolean groupNear(List<Item> items, int from, int step) {
        for (int i = from + step; i >= 0 && i < items.size() && Math.abs(i - from) <= 3; i += step) {
            if (items.get(i).isAny(Tag.QUANTITY, Tag.GROUP)) {
                return true;
            }
            boolean people = step < 0
                    && (items.get(i).is(Tag.NAME) || items.get(i).unknown()); // "23 palestinos murieron y otros 70 ..."
            if (!people && !items.get(i).isAny(Tag.SPACE, Tag.CLASSIFIER, Tag.PERSON, Tag.AUX)) {
                return false;
            }
        }
        return false;
    }

    private static Optional<Measure> person(List<Item> items, int i) {
        if (i >= items.size()) {
            return Optional.empty();
        }
        return items.get(i)
                .lexeme(Tag.TRIGGER)
                .map(t -> t.measureFor(NounClass.PERSON))
                .filter(m -> m == Measure.KILLED || m == Measure.WOUNDED);
    }
}
