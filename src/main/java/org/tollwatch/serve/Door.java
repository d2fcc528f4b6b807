package org.tollwatch.serve;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.tollwatch.guard.Gate;

/**
 * Where a server listens, and whom it lets in.
 *
 * @param port 0 for any free one
 * @param perSecond how many requests one address and one token may send, where tokens are needed; 0: any number
 */
public record Door(InetAddress address, int port, Gate gate, int perSecond) {

    /** @throws ServeException when strangers could come in */
    public Door {
        if (perSecond < 0) {
            throw new IllegalArgumentException("perSecond is 0 or more, but " + perSecond);
        }
        if (gate.isFree() && !address.isLoopbackAddress()) {
            throw new ServeException(
                    "Listening at " + address.getHostAddress()
                            + ", where others can reach it, needs tokens: make one with"
                            + " ./tollwatch tokens add NAME --role read --file FILE, and start with --tokens FILE. Without"
                            + " --listen only this machine is answered.",
                    null);
        }
    }

    /** {@code HOST:PORT} for those on this machine, and for others where a single address is listened at. */
    public String reachedAt() {
        return host() + ":" + port;
    }

    /** The address as URLs have it. */
    String host() {
        InetAddress at = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        return at instanceof Inet6Address ? "[" + at.getHostAddress() + "]" : at.getHostAddress();
    }

    /** On loopback, where reading is free, and nobody may push. */
    public static Door loopback(int port) {
        return new Door(InetAddress.getLoopbackAddress(), port, Gate.OPEN, 0);
    }
}
