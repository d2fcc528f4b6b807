package org.tollwatch.conflict;

import java.util.List;

/**
 * A side of the conflict, or an organ of one.
 *
 * @param id unique among parties, actors, outlets and persons
 * @param name as a reader would call it
 * @param parent the party it belongs to, or "*", the root of the tree
 * @param allies parties it fights beside; an alliance counts both ways, whoever declares it
 * @param opponents parties it fights; counts both ways too
 * @param names what it is called: Armenia
 * @param people adjectives and demonyms: Armenian, Armenians
 * @param seats metonyms for its leadership: Yerevan
 * @param organs names of its bodies that stand by themselves: Artsakh Defence Army
 */
public record Party(
        String id,
        String name,
        String parent,
        List<String> allies,
        List<String> opponents,
        Names names,
        Names people,
        Names seats,
        Names organs) {

    public Party {
        allies = List.copyOf(allies);
        opponents = List.copyOf(opponents);
    }
}
