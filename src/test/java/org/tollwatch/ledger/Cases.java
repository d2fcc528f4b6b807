package org.tollwatch.ledger;

/** How many generated cases a law is tried on. */
final class Cases {

    private Cases() {}

    /**
     * @param full how many by default; {@code laws.cases} gives another number for all laws, {@code laws.percent} a share
     * @return at least one
     */
    static int of(int full) {
        return Math.max(1, Integer.getInteger("laws.cases", full) * Integer.getInteger("laws.percent", 100) / 100);
    }
}
