package org.tollwatch.extract;

import java.util.List;

/** Where the words say "the enemy" of those who lost, or struck. */
final class Enemy {

    /** Items before a strike within which its doer is named. */
    private static final int WINDOW = 9;

    private Enemy() {}

    /** The people or things the event counts are said to be the enemy's. */
    static boolean losses(List<Item> items, Event event) {
        return event.group().inner().stream().anyMatch(i -> i.is(Tag.ENEMY))
                || Items.is(items, event.groupAt() + 1, Tag.ENEMY)
                || Items.is(items, event.groupAt() + 2, Tag.ENEMY) && Items.is(items, event.groupAt() + 1, Tag.OF)
                || event.triggerIs("loser") && ahead(items, event, false)
                || event.triggerIs("form", "state") && ahead(items, event, true)
                || Items.is(items, event.groupAt() - 1, Tag.ENEMY)
                || Items.is(items, event.groupAt() - 2, Tag.ENEMY)
                        && Items.has(items, event.groupAt() - 1, Tag.AUX, "loser"); // "the enemy has 430 dead"
    }

    /** "The enemy lost 50 tanks", "the enemy was killed or wounded, 2,300 in all". */
    private static boolean ahead(List<Item> items, Event event, boolean near) {
        for (int i = event.first() - 1; i >= 0; i--) {
            Item item = items.get(i);
            boolean enemies = item.sense(Group.class)
                    .filter(g -> g.inner().stream().anyMatch(x -> x.is(Tag.ENEMY)))
                    .isPresent(); // "ข้าศึก"
            if (item.is(Tag.ENEMY) || enemies) {
                return true;
            }
            boolean between = item.isAny(Tag.AUX, Tag.SPACE);
            boolean ends = item.isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK)
                    || Reading.party(item).isPresent();
            if (ends || near && !between) {
                return false;
            }
        }
        return false;
    }

    /** "The enemy made 61 strikes", "attacks of the enemy". */
    static boolean strikes(List<Item> items, int trigger) {
        for (int i = trigger - 1; i >= 0 && i > trigger - WINDOW; i--) {
            boolean foe = items.get(i)
                    .sense(Group.class)
                    .filter(g -> g.implied() && g.inner().stream().anyMatch(x -> x.is(Tag.ENEMY)))
                    .isPresent(); // "the occupiers": people, and the enemy
            if (foe || items.get(i).is(Tag.ENEMY)) {
                return !Items.is(items, i - 1, Tag.AGAINST) && !Items.is(items, i - 1, Tag.LOCATIVE);
            }
            if (items.get(i).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH)
                    || Reading.party(items.get(i)).isPresent()) {
                break;
            }
        }
        return Items.is(items, trigger + 1, Tag.ENEMY);
    }
}
