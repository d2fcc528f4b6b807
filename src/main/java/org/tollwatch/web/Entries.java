package org.tollwatch.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of a feed beside each other: each article once, under an id of its own. */
final class Entries {

    /** No feed of news is longer; one that is was made to be. */
    static final int MOST = 10_000;

    private Entries() {}

    /** @param cut whether the feed breaks off, so that its last entry is not known to be whole */
    static List<Entry> tidy(List<Entry> entries, boolean cut, List<String> flaws) {
        List<Entry> found = new ArrayList<>(entries);
        if (cut && !found.isEmpty()) {
            Entry last = found.remove(found.size() - 1);
            if (found.isEmpty() || kind(last) == kind(found.get(0))) {
                found.add(halved(last));
            } else {
                flaws.add("the last entry is cut off before what tells it from others, and was left out");
            }
        }
        int all = found.size();
        found.removeIf(Entries::empty);
        if (found.size() < all) {
            flaws.add("entries without a word, left out: " + (all - found.size()));
        }
        Map<String, List<Entry>> byId = new LinkedHashMap<>();
        found.forEach(e -> byId.computeIfAbsent(e.id(), id -> new ArrayList<>()).add(e));
        return byId.values().stream()
                .flatMap(same -> apart(same, flaws).stream())
                .toList();
    }

    /** With links of their own they are different articles under one id; with one link they are versions of one article. */
    private static List<Entry> apart(List<Entry> same, List<String> flaws) {
        if (same.size() == 1) {
            return same;
        }
        Map<String, Entry> byLink = new LinkedHashMap<>();
        same.forEach(e -> byLink.merge(place(e), e, Entries::newer));
        String id = "'" + Flaws.shown(same.get(0).id()) + "'";
        flaws.add("the id " + id + " stands on " + same.size() + " entries; "
                + (byLink.size() == 1 ? "the newest was taken" : "their links or texts tell them apart"));
        return byLink.size() == 1
                ? List.copyOf(byLink.values())
                : byLink.values().stream().map(Entries::renamed).toList();
    }

    /** Of an id that was made from a title alone, the text also tells. */
    private static String place(Entry entry) {
        return link(entry) + (kind(entry) == 2 ? "\n" + entry.text().orElse("") : "");
    }

    private static String link(Entry entry) {
        return entry.link().map(Object::toString).orElse("");
    }

    /** The first of two that are equally new. */
    private static Entry newer(Entry a, Entry b) {
        var first = a.updatedAt().or(a::publishedAt);
        var second = b.updatedAt().or(b::publishedAt);
        return first.isPresent() && second.isPresent() && second.get().isAfter(first.get()) ? b : a;
    }

    private static Entry renamed(Entry e) {
        String id = e.id() + " "
                + (e.link().isPresent() ? link(e) : EntryId.hash(e.text().orElse("")));
        return with(id, e.whole(), e);
    }

    /** Whether its id is its own (0), its link (1), or made from its words (2). */
    private static int kind(Entry entry) {
        if (entry.id().startsWith(EntryId.MADE)) {
            return 2;
        }
        return entry.id().equals(link(entry)) ? 1 : 0;
    }

    private static Entry halved(Entry e) {
        return with(e.id(), false, e);
    }

    private static Entry with(String id, boolean whole, Entry e) {
        return new Entry(
                id, e.link(), e.title(), e.text(), whole, e.publishedAt(), e.updatedAt(), e.language(), e.flaws());
    }

    private static boolean empty(Entry e) {
        return e.id().equals(EntryId.of(Optional.empty(), Optional.empty(), ""));
    }
}
