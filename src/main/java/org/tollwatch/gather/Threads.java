package org.tollwatch.gather;

import java.util.concurrent.ThreadFactory;

/** Threads that end with the process. */
final class Threads {

    private Threads() {}

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
