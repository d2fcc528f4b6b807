package org.tollwatch.ledger;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Values in the order of their keys, with the sum of any stretch of them at hand: a treap in which every node knows what
 * lies below it. Putting, removing and summing take a time that grows with the logarithm of the size.
 *
 * @param <K> keys, whose hash codes balance the tree
 * @param <S> values under an associative sum
 */
final class SumTree<K extends Comparable<? super K>, S> {

    private static final class Node<K, S> {
        private final K key;
        private final int priority;
        private S value;
        private S sum;
        private Node<K, S> left;
        private Node<K, S> right;

        Node(K key, S value) {
            this.key = key;
            this.value = value;
            this.sum = value;
            // Spreads keys that follow one another, as days do; the same on every run.
            int mixed = key.hashCode() * 0x9E3779B9;
            this.priority = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        }
    }

    private final BinaryOperator<S> plus;
    private Node<K, S> root;

    /** @param plus an associative sum; the left one has the smaller keys */
    SumTree(BinaryOperator<S> plus) {
        this.plus = plus;
    }

    boolean isEmpty() {
        return root == null;
    }

    /** The value takes the place of the one the key had. */
    void put(K key, S value) {
        root = put(root, key, value);
    }

    void remove(K key) {
        root = remove(root, key);
    }

    /** The sum of all values; empty when there are none. */
    Optional<S> fold() {
        return root == null ? Optional.empty() : Optional.of(root.sum);
    }

    /** The sum of the values from one key up to, and without, another; empty when there are none. */
    Optional<S> fold(K fromInclusive, K toExclusive) {
        return Optional.ofNullable(between(root, fromInclusive, toExclusive));
    }

    private S between(Node<K, S> node, K from, K to) {
        if (node == null) {
            return null;
        }
        if (node.key.compareTo(from) < 0) {
            return between(node.right, from, to);
        }
        if (node.key.compareTo(to) >= 0) {
            return between(node.left, from, to);
        }
        return sum(sum(since(node.left, from), node.value), until(node.right, to));
    }

    private S since(Node<K, S> node, K from) {
        if (node == null) {
            return null;
        }
        return node.key.compareTo(from) < 0
                ? since(node.right, from)
                : sum(sum(since(node.left, from), node.value), sumOf(node.right));
    }

    private S until(Node<K, S> node, K to) {
        if (node == null) {
            return null;
        }
        return node.key.compareTo(to) >= 0
                ? until(node.left, to)
                : sum(sum(sumOf(node.left), node.value), until(node.right, to));
    }

    private Node<K, S> put(Node<K, S> node, K key, S value) {
        if (node == null) {
            return new Node<>(key, value);
        }
        int compared = key.compareTo(node.key);
        if (compared == 0) {
            node.value = value;
            return summed(node);
        }
        if (compared < 0) {
            node.left = put(node.left, key, value);
            return node.left.priority > node.priority ? rightward(node) : summed(node);
        }
        node.right = put(node.right, key, value);
        return node.right.priority > node.priority ? leftward(node) : summed(node);
    }

    private Node<K, S> remove(Node<K, S> node, K key) {
        if (node == null) {
            return null;
        }
        int compared = key.compareTo(node.key);
        if (compared == 0) {
            return joined(node.left, node.right);
        }
        if (compared < 0) {
            node.left = remove(node.left, key);
        } else {
            node.right = remove(node.right, key);
        }
        return summed(node);
    }

    private Node<K, S> joined(Node<K, S> left, Node<K, S> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        if (left.priority > right.priority) {
            left.right = joined(left.right, right);
            return summed(left);
        }
        right.left = joined(left, right.left);
        return summed(right);
    }

    private Node<K, S> rightward(Node<K, S> node) {
        Node<K, S> up = node.left;
        node.left = up.right;
        up.right = summed(node);
        return summed(up);
    }

    private Node<K, S> leftward(Node<K, S> node) {
        Node<K, S> up = node.right;
        node.right = up.left;
        up.left = summed(node);
        return summed(up);
    }

    private Node<K, S> summed(Node<K, S> node) {
        node.sum = sum(sum(sumOf(node.left), node.value), sumOf(node.right));
        return node;
    }

    private S sum(S a, S b) {
        return a == null ? b : b == null ? a : plus.apply(a, b);
    }

    private static <S> S sumOf(Node<?, S> node) {
        return node == null ? null : node.sum;
    }
}
