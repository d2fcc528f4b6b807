package org.tollwatch.gather;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes that others send may be in memory at once, all together; what comes when it is full is asked for again. */
public final class Budget {

    /** There is no more room now. */
    static final class FullException extends IOException {
        private static final long serialVersionUID = 1;

        FullException() {
            super("too many answers at once; it is asked again");
        }
    }

    private final long most;
    private final AtomicLong held = new AtomicLong();

    Budget(long most) {
        this.most = most;
    }

    /** An eighth of what this process may have: an answer is in memory twice while it grows or is unpacked. */
    public static Budget ofThisProcess() {
        return new Budget(Runtime.getRuntime().maxMemory() / 8);
    }

    /** Whether there is room; if so it is taken. */
    public boolean take(int bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    public void giveBack(int bytes) {
        held.addAndGet(-bytes);
    }
}
