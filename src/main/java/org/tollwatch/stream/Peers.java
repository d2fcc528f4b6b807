package org.tollwatch.stream;

import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/** How other instances of the application are asked for what lies in their stores. */
@FunctionalInterface
public interface Peers {

    /** For an instance that is alone. */
    Peers NONE = (host, store, range, partitions) -> {
        throw new StoresNotReadyException("A part of the store '" + store + "' is at " + host.host() + ":" + host.port()
                + ", and this instance asks no others.");
    };

    /**
     * What lies in some partitions of a store as {@link TallyService#part} gives it.
     *
     * @throws StoresNotReadyException when the instance does not answer, or not with all of them
     */
    byte[] ask(HostInfo host, String store, Range range, Set<Integer> partitions);
}
