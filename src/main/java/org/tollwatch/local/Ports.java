package org.tollwatch.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Which loopback ports to listen on; 0 takes any free one.
 *
 * @param broker Kafka's port
 * @param registry the schema registry's port
 */
public record Ports(int broker, int registry) {

    /** Any free ports. */
    public static final Ports FREE = new Ports(0, 0);

    static int free() {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalClusterException(
                    "No free port on " + loopback().getHostAddress() + " (" + e.getMessage()
                            + "). Check that the loopback interface is up.",
                    e);
        }
    }

    /** @throws LocalClusterException when something else listens on the port */
    static int requireFree(int port) {
        try (ServerSocket socket = listen(port)) {
            return socket.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            throw taken(port, e);
        }
    }

    static LocalClusterException taken(int port, Exception cause) {
        return new LocalClusterException(
                "Port " + port + " on " + loopback().getHostAddress() + " cannot be used (" + cause.getMessage()
                        + "). Stop what listens there, or choose another port; 0 takes any free one.",
                cause);
    }

    /** 127.0.0.1 itself, not whatever "localhost" resolves to. */
    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return socket;
        } catch (IOException | IllegalArgumentException e) {
            socket.close();
            throw e;
        }
    }
}
