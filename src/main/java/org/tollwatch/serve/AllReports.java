package org.tollwatch.serve;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.stream.ReportArchive;

/** All reports that were asked for, the newest first: a page of headers is held at a time, and one report. */
final class AllReports implements Iterator<AllReports.Filed> {

    private static final int PAGE = 256;

    private final ReportArchive archive;
    private final Collection<String> conflicts;
    private final Predicate<ReportHeader> which;
    private final Deque<ReportHeader> page = new ArrayDeque<>();
    private ReportArchive.Before before;
    private boolean more = true;

    AllReports(
            ReportArchive archive,
            Collection<String> conflicts,
            ReportArchive.Before before,
            Predicate<ReportHeader> which) {
        this.archive = archive;
        this.conflicts = conflicts;
        this.before = before;
        this.which = which;
    }

    /**
     * A report of the index.
     *
     * @param report empty when somebody removed it from its topic
     */
    record Filed(ReportHeader header, Optional<IncidentReport> report) {}

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && more) {
            List<ReportHeader> found = archive.newest(conflicts, before, which, PAGE);
            more = found.size() == PAGE;
            page.addAll(found);
            if (more) {
                before = new ReportArchive.Before(
                        page.getLast().getPublishedAt(), page.getLast().getId());
            }
        }
        return !page.isEmpty();
    }

    @Override
    public Filed next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more reports");
        }
        ReportHeader header = page.remove();
        return new Filed(header, archive.report(header));
    }
}
