package org.tollwatch.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a command has opened; all closed at the end, the last first, also after Ctrl-C. */
final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread onInterrupt = new Thread(this::stop, "clean-up");

    Parts() {
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    <T extends AutoCloseable> T add(T part) {
        synchronized (parts) {
            parts.push(part);
        }
        return part;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return; // the hook is running already
        }
        stop();
    }

    private void stop() {
        synchronized (parts) {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    // The others must be stopped whatever this one does; nothing is lost that is not on a topic.
                }
            }
        }
    }
}
