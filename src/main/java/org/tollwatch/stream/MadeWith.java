package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.VagueWord;

/**
 * What tallies are made with, beside the claims: the method, the policy, and each conflict's calendar, places and
 * parties. Tallies made with something else must be made again, though no claim came.
 */
final class MadeWith {

    /** The key under which all conflicts together are kept; no conflict is called so. */
    static final String ALL = "*";

    private final Map<String, byte[]> byConflict = new TreeMap<>();
    private final byte[] all;

    MadeWith(Conflicts conflicts, Policy policy) {
        String method = text(policy);
        List<String> texts = new ArrayList<>();
        for (Conflict conflict : conflicts.all()) {
            String text = method + text(conflict);
            texts.add(text);
            byConflict.put(conflict.id(), fingerprint(text));
        }
        texts.sort(null);
        all = fingerprint(method + texts);
    }

    /** The fingerprint of all of it. */
    byte[] all() {
        return all.clone();
    }

    /**
     * What must be made again, by what the store says it was made with; from now on the store says it is made with this.
     *
     * @param keysOf what there is of a conflict
     */
    Collection<String> stale(KeyValueStore<String, byte[]> store, Function<String, Collection<String>> keysOf) {
        if (Arrays.equals(store.get(ALL), all)) {
            return List.of();
        }
        List<String> stale = new ArrayList<>();
        // A conflict that is not known now is looked at anew when it is known again.
        keys(store).stream().filter(id -> !byConflict.containsKey(id)).forEach(store::delete);
        byConflict.forEach((conflict, fingerprint) -> {
            if (!Arrays.equals(store.get(conflict), fingerprint)) {
                stale.addAll(keysOf.apply(conflict));
                store.put(conflict, fingerprint);
            }
        });
        store.put(ALL, all);
        return stale;
    }

    private static List<String> keys(KeyValueStore<String, byte[]> store) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static String text(Policy policy) {
        List<Object> parts = new ArrayList<>(List.of(Reckoning.VERSION, policy.name(), policy.quote()));
        parts.add(policy.words().name());
        for (VagueWord word : VagueWord.values()) {
            parts.add(policy.words().count(word));
        }
        return parts.toString();
    }

    /** In the order of the file where that decides: of two places with one name the first is meant. */
    private static String text(Conflict conflict) {
        List<Object> parts = new ArrayList<>(List.of(conflict.id(), conflict.calendar()));
        conflict.places()
                .forEach(p -> parts.add(
                        List.of(p.id(), p.parent(), p.theatre(), p.names().byLanguage())));
        conflict.parties().stream()
                .map(p -> p.id() + " in " + p.parent())
                .sorted()
                .forEach(parts::add);
        return parts.toString();
    }

    private static byte[] fingerprint(String text) {
        return DigestUtils.sha256(text);
    }
}
