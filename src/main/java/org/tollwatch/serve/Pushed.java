package org.tollwatch.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tollwatch.gather.Budget;

/** A body that was sent, as long as it is worked on; together with all others it has only so much room. */
final class Pushed implements AutoCloseable {

    /** How reading it ended. */
    enum Read {
        WHOLE,
        TOO_LARGE,
        NO_ROOM
    }

    private static final int PART = 64 << 10;

    private final Budget memory;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int taken;

    Pushed(Budget memory) {
        this.memory = memory;
    }

    Read read(InputStream in, int largest) throws IOException {
        for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
            if (bytes.size() + part.length > largest) {
                return Read.TOO_LARGE;
            }
            if (!memory.take(part.length)) {
                return Read.NO_ROOM;
            }
            taken += part.length;
            bytes.write(part, 0, part.length);
        }
        return Read.WHOLE;
    }

    byte[] body() {
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        memory.giveBack(taken);
    }
}
