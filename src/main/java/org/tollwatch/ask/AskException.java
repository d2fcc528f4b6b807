package org.tollwatch.ask;

/** A question that cannot be answered as it was asked. The message says what is wrong and what to ask instead. */
public final class AskException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /** @param field of the question, by the name that the command line and the service give it */
    public AskException(String field, String message, Throwable cause) {
        super(message, cause);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
