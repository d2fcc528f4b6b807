package org.tollwatch.evaluate;

/**
 * How often a slot was read rightly, wrongly, and left open.
 */
public record Marks(long right, long wrong, long open) {

    static final Marks NONE = new Marks(0, 0, 0);

    static Marks of(Answer answer) {
        return switch (answer) {
            case RIGHT -> new Marks(1, 0, 0);
            case WRONG -> new Marks(0, 1, 0);
            case OPEN -> new Marks(0, 0, 1);
        };
    }

    Marks plus(Marks other) {
        return new Marks(right + other.right, wrong + other.wrong, open + other.open);
    }

    /** The share that is right where an answer was given. */
    public Share answered() {
        return new Share(right, right + wrong);
    }

    /** The share that is right, where what was left open is not. */
    public Share all() {
        return new Share(right, right + wrong + open);
    }
}
