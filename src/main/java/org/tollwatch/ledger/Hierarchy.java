package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A tree of ids: parties under {@link Scope#ALL}, localities under "" (the whole theatre). An id that was never declared
 * lies directly under the root.
 */
public final class Hierarchy {

    private final String root;
    private final Map<String, String> parents;
    private final Set<String> wholes;

    /** @param parents each declared id's parent; the root has none */
    public Hierarchy(String root, Map<String, String> parents) {
        this.root = root;
        this.parents = Map.copyOf(parents);
        wholes = Set.copyOf(parents.values());
        this.parents.keySet().forEach(this::pathOf);
    }

    public String root() {
        return root;
    }

    public String parentOf(String id) {
        return parents.getOrDefault(id, root);
    }

    /** Whether other ids lie under this one; the root always counts as such. */
    public boolean isParent(String id) {
        return id.equals(root) || wholes.contains(id);
    }

    /** The id itself, then its ancestors up to the root. */
    public List<String> pathOf(String id) {
        List<String> path = new ArrayList<>(List.of(id));
        for (String at = id; !at.equals(root); path.add(at)) {
            at = parentOf(at);
            if (path.contains(at)) {
                throw new IllegalArgumentException("'" + at + "' lies inside itself");
            }
        }
        return path;
    }

    /** How many ids lie above this one. */
    int depthOf(String id) {
        int depth = 0;
        for (String at = id; !at.equals(root); at = parentOf(at)) {
            depth++;
        }
        return depth;
    }

    /** Whether {@code id} is {@code ancestor} or lies under it. */
    public boolean within(String id, String ancestor) {
        return pathOf(id).contains(ancestor);
    }

    /** Children by parent, of exactly these ids and all their ancestors. */
    public Map<String, List<String>> childrenOf(Iterable<String> ids) {
        Map<String, List<String>> children = new TreeMap<>();
        for (String id : ids) {
            List<String> path = pathOf(id);
            for (int i = 0; i + 1 < path.size(); i++) {
                List<String> siblings = children.computeIfAbsent(path.get(i + 1), p -> new ArrayList<>());
                if (!siblings.contains(path.get(i))) {
                    siblings.add(path.get(i));
                }
            }
        }
        children.values().forEach(list -> list.sort(null));
        return children;
    }
}
