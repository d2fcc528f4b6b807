package org.tollwatch.gather;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks names up, once for each connection, and hands on the addresses that it checked: a name that leads elsewhere a moment
 * later makes no difference. A name with one address that may not be asked is refused whole.
 */
final class CheckedNames implements SocketAddressResolver {

    /** The tag of requests that may go anywhere. */
    static final String ANYWHERE = "anywhere";

    /** The tag of all others. */
    static final String PUBLIC = "public";

    private final Executor lookUps;

    CheckedNames(Executor lookUps) {
        this.lookUps = lookUps;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        boolean anywhere = context.get(Destination.CONTEXT_KEY) instanceof Destination to
                && ANYWHERE.equals(to.getOrigin().getTag());
        lookUps.execute(() -> {
            try {
                promise.succeeded(checked(host, port, anywhere));
            } catch (UnknownHostException | RefusedAddressException e) {
                promise.failed(e);
            }
        });
    }

    static List<InetSocketAddress> checked(String host, int port, boolean anywhere)
            throws UnknownHostException, RefusedAddressException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!anywhere && !Arrays.stream(found).allMatch(PublicAddresses::is)) {
            throw new RefusedAddressException(host);
        }
        return Arrays.stream(found)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }
}
