package org.tollwatch.data;

/** A data file that cannot be used; the message names the file, the line, the field, and what to do. */
public final class DataFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;

    /**
     * @param file its path or resource name
     * @param line from 1; 0 when it is about the file as a whole
     * @param field such as {@code places.shusha.held}; "" when it is about no field
     * @param problem what is wrong and what to do about it
     */
    public DataFileException(String file, int line, String field, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + problem);
        this.file = file;
        this.line = line;
        this.field = field;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String field() {
        return field;
    }
}
