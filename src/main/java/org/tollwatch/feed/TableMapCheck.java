package org.tollwatch.feed;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What a map of somebody else's table holds.
 *
 * @param columns how many of their columns it reads
 * @param figures how many figures a row has
 */
public record TableMapCheck(int columns, int figures) {

    /** @throws TableMapException when the file cannot be used; the message says where and why */
    public static TableMapCheck of(Path file) {
        TableMap map = TableMap.read(file);
        Set<String> theirs = new HashSet<>(map.columns().values());
        map.claims().forEach(figure -> theirs.addAll(figure.columns().values()));
        return new TableMapCheck(theirs.size(), Math.max(1, map.claims().size()));
    }
}
