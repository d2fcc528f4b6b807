package org.tollwatch.ledger;

import java.lang.management.ManagementFactory;
import java.util.List;

/** How many bytes a book takes for each of its claims, the claims included, as the heap shows it. */
public final class MemoryOfABook {

    private static final int MOST = 10_000;

    private MemoryOfABook() {}

    /** @param args how many claims; 10,000 when no number is given */
    public static void main(String[] args) {
        int size = args.length > 0 && args[0].matches("[0-9]+") ? Integer.parseInt(args[0]) : MOST;
        for (Feed feed : Feed.values()) {
            measure(feed, 100);
            System.out.printf("%-16s %,8d claims %,8d bytes a claim%n", feed, size, measure(feed, size));
        }
    }

    private static long measure(Feed feed, int size) {
        long before = used();
        Book book = Feed.book();
        List<Claim> claims = feed.claims(size, Feed.Order.IN_ORDER);
        claims.forEach(book::add);
        claims = List.of();
        book.takeChanges();
        long after = used();
        return (after - before) / book.size();
    }

    /** What is left on the heap after it was cleared. */
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
