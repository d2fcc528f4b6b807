package org.tollwatch.check;

import org.tollwatch.data.Node.At;

/**
 * Something about a file.
 *
 * @param error whether it must be mended; else it is a hint
 * @param message file, line, field, what is wrong, and what to do
 */
public record Finding(boolean error, String message) {

    static Finding error(String message) {
        return new Finding(true, message);
    }

    static Finding error(At at, String problem) {
        return error(at.problem(problem).getMessage());
    }

    static Finding hint(At at, String problem) {
        return new Finding(false, at.problem(problem).getMessage());
    }
}
