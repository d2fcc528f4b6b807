package org.tollwatch.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.TallyRecord;

/**
 * The keys of stores and topics: fields joined by U+001F, which no field may hold, from the widest to the narrowest, so
 * that whatever belongs together has a prefix in common:
 * {@code conflict, measure, item | party | status, place, window kind, from, to}.
 */
public final class Keys {

    /** Between the fields. */
    public static final String SEPARATOR = "\u001f";

    private static final int PARTY = 3;
    private static final int WINDOW = 6;

    /** Of one width, unlike an instant's own text. */
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Keys() {}

    /** What is reckoned together: all claims of one conflict, measure, item and party. */
    static String book(LedgerEntry entry) {
        return join(
                entry.getConflict(),
                entry.getClaim().getMeasure(),
                Entries.item(entry.getClaim()),
                Entries.party(entry.getClaim()));
    }

    static String claim(String book, String claimId) {
        return join(book, claimId);
    }

    static String tally(TallyRecord tally) {
        String place = tally.getPlace() == null ? "" : tally.getPlace();
        String item = tally.getItem() == null ? "" : tally.getItem();
        Instant from = tally.getWindow().getFrom();
        Instant to = tally.getWindow().getTo();
        return join(
                join(tally.getConflict(), tally.getMeasure(), item, tally.getParty()),
                tally.getStatus(),
                place,
                tally.getWindow().getKind(),
                from,
                to);
    }

    /** The key of a tally. */
    public static String tally(Scope scope, Window window) {
        return join(
                join(scope.conflict(), scope.measure(), scope.item(), scope.party()),
                scope.status(),
                scope.place(),
                window.kind().label(),
                window.period().from(),
                window.period().to());
    }

    /** What the keys of a scope's tallies of one kind of window start with. */
    public static String tallies(Scope scope, WindowKind kind) {
        return join(
                join(scope.conflict(), scope.measure(), scope.item(), scope.party()),
                scope.status(),
                scope.place(),
                kind.label());
    }

    /** Of a report in the index: by conflict, then in the order of publication. */
    static String report(String conflict, Instant publishedAt, String id) {
        return join(conflict, SORTABLE.format(publishedAt), id);
    }

    /** Where what came from a source in a language is added up. */
    static String source(String source, String language) {
        return join(source, language);
    }

    /** Every report of the conflict that was published before has a smaller key, every other a larger one. */
    static String reportsFrom(String conflict, Instant publishedAt) {
        return prefix(join(conflict, SORTABLE.format(publishedAt)));
    }

    /** The scope of a tally's key. */
    public static Scope scope(String tallyKey) {
        String[] fields = tallyKey.split(SEPARATOR, -1);
        return new Scope(
                fields[0],
                fields[PARTY],
                Measure.valueOf(fields[1]),
                fields[2],
                Status.valueOf(fields[PARTY + 1]),
                fields[PARTY + 2]);
    }

    /** The window of a tally's key. */
    public static Window window(String tallyKey) {
        String[] fields = tallyKey.split(SEPARATOR, -1);
        return new Window(
                WindowKind.valueOf(fields[PARTY + 3].toUpperCase(Locale.ROOT)),
                new Period(Instant.parse(fields[PARTY + 4]), Instant.parse(fields[PARTY + 5])));
    }

    /** Any scope of what is rolled up together. */
    static Scope ofRollup(String rollup) {
        String[] fields = rollup.split(SEPARATOR, -1);
        return new Scope(fields[0], Scope.ALL, Measure.valueOf(fields[1]), fields[2], Status.ANY, "");
    }

    /** Any scope of a book. */
    static Scope ofBook(String book) {
        String[] fields = book.split(SEPARATOR, -1);
        return new Scope(fields[0], fields[PARTY], Measure.valueOf(fields[1]), fields[2], Status.ANY, "");
    }

    /** What is rolled up together: a tally's conflict, measure and item, whichever the party. */
    static String rollup(String tallyKey) {
        return first(tallyKey, PARTY);
    }

    /** The conflict of a key. */
    public static String conflict(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    /** The book of a claim's key. */
    static String bookOf(String claimKey) {
        return claimKey.substring(0, claimKey.lastIndexOf(SEPARATOR));
    }

    /** Every key that begins with these fields comes before this, and every other that comes after them after it. */
    public static String after(String fields) {
        return fields + (char) (SEPARATOR.charAt(0) + 1);
    }

    /** The fields of a tally's key that tell its scope. */
    static String scopeOf(String tallyKey) {
        return first(tallyKey, WINDOW);
    }

    /** The first fields of a key. */
    private static String first(String key, int count) {
        int end = -1;
        for (int fields = 0; fields < count; fields++) {
            end = key.indexOf(SEPARATOR, end + 1);
        }
        return key.substring(0, end);
    }

    /** As keys begin with the fields. */
    static String fields(List<String> fields) {
        return String.join(SEPARATOR, fields);
    }

    /** The party of a book's or a tally's key. */
    static String party(String key) {
        return key.split(SEPARATOR, -1)[PARTY];
    }

    /** Every key that begins with these fields, and no other, begins with this. */
    public static String prefix(String fields) {
        return fields + SEPARATOR;
    }

    /** Whether a field can stand in a key. */
    static boolean fits(String field) {
        return field.chars().noneMatch(Character::isISOControl);
    }

    private static String join(Object... fields) {
        StringBuilder key = new StringBuilder();
        for (Object field : fields) {
            key.append(key.isEmpty() ? "" : SEPARATOR).append(field);
        }
        return key.toString();
    }
}
