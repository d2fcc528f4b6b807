package org.tollwatch.stream;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

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

    /**
     * The innermost cause in a few words: what is outside it only says that it was there. Whoever is not let in is told what
     * to change.
     */
    public static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            if (root instanceof SslAuthenticationException) {
                return "there is no trust between it and this side: " + innermost(root)
                        + "; check ssl.truststore.* and ssl.keystore.* of --kafka-config";
            }
            root = root.getCause();
        }
        if (root instanceof SaslAuthenticationException || root instanceof AuthorizationException) {
            return "it does not let this user in: " + root.getMessage() + "; check sasl.* of --kafka-config";
        }
        return innermost(root);
    }

    private static String innermost(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }
}
