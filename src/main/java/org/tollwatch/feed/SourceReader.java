package org.tollwatch.feed;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a file piece by piece; what cannot be read is a {@link Input.Rejected} and reading goes on with the next. */
@FunctionalInterface
public interface SourceReader<T> {

    /** Hands on each piece as soon as it is read, in the file's order; never throws for what is in the file. */
    void read(Path path, Consumer<Input<T>> sink);
}
