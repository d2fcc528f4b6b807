package org.tollwatch.stream;

/** The stream cannot go on. The message says what is wrong and what to do. */
public class StreamException extends RuntimeException {

    public StreamException(String message) {
        super(message);
    }

    public StreamException(String message, Throwable cause) {
        super(message, cause);
    }

    static StreamException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StreamException("Stopped while waiting.", e);
    }

    /** The innermost cause in a few words: what is outside it only says that it was there. */
    public static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }
}
