package org.tollwatch.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * An ordered map whose values combine: any range of it is combined in logarithmic time. A treap; its shape depends on its
 * keys alone, not on the order in which they came.
 *
 * @param <K> keys with equals and hashCode that agree with their order
 * @param <V> values, combined in the order of their keys by an associative operation
 */
final class Timeline<K extends Comparable<K>, V> {

    private static final class Node<K, V> {
        private final K key;
        private final int priority;
        private V value;
        /** Null until it is asked for: of many that are put one after the other, most are never asked in between. */
        private V all;

        private Node<K, V> left;
        private Node<K, V> right;

        Node(K key, V value) {
            this.key = key;
            this.value = value;
            priority = mixed(key.hashCode());
        }
    }

    private final BinaryOperator<V> combine;
    private Node<K, V> root;

    Timeline(BinaryOperator<V> combine) {
        this.combine = combine;
    }

    boolean isEmpty() {
        return root == null;
    }

    void put(K key, V value) {
        root = put(root, key, value);
    }

    void remove(K key) {
        root = remove(root, key);
    }

    /** All values combined. */
    Optional<V> all() {
        return Optional.ofNullable(all(root));
    }

    /** The values of {@code from <= key < to} combined. */
    Optional<V> fold(K from, K to) {
        return Optional.ofNullable(fold(root, from, to));
    }

    /** The values of {@code key < to} combined. */
    Optional<V> before(K to) {
        return Optional.ofNullable(fold(root, null, to));
    }

    /** The values of {@code from <= key} combined. */
    Optional<V> from(K from) {
        return Optional.ofNullable(fold(root, from, null));
    }

    /** The first entry of {@code from <= key}. */
    Optional<Map.Entry<K, V>> ceiling(K from) {
        return first(from, 0);
    }

    /** The first entry of {@code after < key}. */
    Optional<Map.Entry<K, V>> higher(K after) {
        return first(after, 1);
    }

    private Optional<Map.Entry<K, V>> first(K key, int order) {
        Node<K, V> found = null;
        for (Node<K, V> at = root; at != null; ) {
            if (Integer.signum(at.key.compareTo(key)) >= order) {
                found = at;
                at = at.left;
            } else {
                at = at.right;
            }
        }
        return Optional.ofNullable(found).map(n -> Map.entry(n.key, n.value));
    }

    /** The last entry of {@code key < before}. */
    Optional<Map.Entry<K, V>> lower(K before) {
        Node<K, V> found = null;
        for (Node<K, V> at = root; at != null; ) {
            if (at.key.compareTo(before) < 0) {
                found = at;
                at = at.right;
            } else {
                at = at.left;
            }
        }
        return Optional.ofNullable(found).map(n -> Map.entry(n.key, n.value));
    }

    void forEach(Consumer<Map.Entry<K, V>> action) {
        forEach(root, action);
    }

    private static <K, V> void forEach(Node<K, V> at, Consumer<Map.Entry<K, V>> action) {
        if (at != null) {
            forEach(at.left, action);
            action.accept(Map.entry(at.key, at.value));
            forEach(at.right, action);
        }
    }

    private V fold(Node<K, V> at, K from, K to) {
        if (at == null || from == null && to == null) {
            return all(at);
        }
        if (from != null && at.key.compareTo(from) < 0) {
            return fold(at.right, from, to);
        }
        if (to != null && at.key.compareTo(to) >= 0) {
            return fold(at.left, from, to);
        }
        return both(both(fold(at.left, from, null), at.value), fold(at.right, null, to));
    }

    private V all(Node<K, V> at) {
        if (at != null && at.all == null) {
            at.all = both(both(all(at.left), at.value), all(at.right));
        }
        return at == null ? null : at.all;
    }

    private V both(V a, V b) {
        return a == null ? b : b == null ? a : combine.apply(a, b);
    }

    private Node<K, V> put(Node<K, V> at, K key, V value) {
        if (at == null) {
            return new Node<>(key, value);
        }
        int order = key.compareTo(at.key);
        if (order == 0) {
            at.value = value;
        } else if (order < 0) {
            at.left = put(at.left, key, value);
            if (above(at.left, at)) {
                return rotatedRight(at);
            }
        } else {
            at.right = put(at.right, key, value);
            if (above(at.right, at)) {
                return rotatedLeft(at);
            }
        }
        return changed(at);
    }

    private Node<K, V> remove(Node<K, V> at, K key) {
        if (at == null) {
            return null;
        }
        int order = key.compareTo(at.key);
        if (order == 0) {
            return joined(at.left, at.right);
        }
        if (order < 0) {
            at.left = remove(at.left, key);
        } else {
            at.right = remove(at.right, key);
        }
        return changed(at);
    }

    private Node<K, V> joined(Node<K, V> left, Node<K, V> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        if (above(left, right)) {
            left.right = joined(left.right, right);
            return changed(left);
        }
        right.left = joined(left, right.left);
        return changed(right);
    }

    private Node<K, V> rotatedRight(Node<K, V> at) {
        Node<K, V> up = at.left;
        at.left = up.right;
        changed(at);
        up.right = at;
        return changed(up);
    }

    private Node<K, V> rotatedLeft(Node<K, V> at) {
        Node<K, V> up = at.right;
        at.right = up.left;
        changed(at);
        up.left = at;
        return changed(up);
    }

    private Node<K, V> changed(Node<K, V> at) {
        at.all = null;
        return at;
    }

    private static <K, V> boolean above(Node<K, V> a, Node<K, V> b) {
        return a.priority > b.priority;
    }

    /** The finishing steps of MurmurHash3: neighbours in time must not be neighbours in priority. */
    private static int mixed(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
