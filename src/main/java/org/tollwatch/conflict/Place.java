package org.tollwatch.conflict;

import java.util.List;

/**
 * A locality, or a name for the whole theatre.
 *
 * @param id unique among places
 * @param name as a reader would call it
 * @param parent the place it lies in, or "" for the theatre itself
 * @param theatre whether the name means the theatre of the conflict, or a part too large to count by
 * @param lat degrees north, null when not stated
 * @param lon degrees east, null when not stated
 * @param names spellings
 * @param holdings who held it when; none: as its parent
 */
public record Place(
        String id,
        String name,
        String parent,
        boolean theatre,
        Double lat,
        Double lon,
        Names names,
        List<Holding> holdings) {

    public Place {
        holdings = List.copyOf(holdings);
    }
}
