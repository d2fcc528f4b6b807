package org.tollwatch.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The way from one instance to one broker. When it is cut nothing comes through and nobody is told, as when a cable is
 * pulled; when it is whole again what was under way goes on.
 */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final ServerSocket listening;
    private final int to;
    private boolean cut;

    private Proxy(ServerSocket listening, int to) {
        this.listening = listening;
        this.to = to;
    }

    /** @param to a port of this machine */
    static Proxy start(int to) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Proxy proxy = new Proxy(listening, to);
        thread(proxy::accept);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    synchronized void cut() {
        cut = true;
    }

    synchronized void heal() {
        cut = false;
        notifyAll();
    }

    private synchronized void awaitWhole() throws InterruptedException {
        while (cut) {
            wait();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                thread(() -> connect(from));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket from) {
        try {
            awaitWhole();
            Socket onward = new Socket(InetAddress.getLoopbackAddress(), to);
            from.setTcpNoDelay(true);
            onward.setTcpNoDelay(true);
            thread(() -> pump(from, onward));
            thread(() -> pump(onward, from));
        } catch (IOException e) {
            close(from); // nobody listens there: the one who asks must see it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket onward) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = onward.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitWhole();
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // One side is gone, and the other is told below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(onward);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        heal();
    }
}
