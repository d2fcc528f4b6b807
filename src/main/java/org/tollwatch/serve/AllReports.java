package org.tollwatch.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.stream.ReportArchive;

/** All reports that were asked for, the newest first: a page of headers is held at a time, and a few reports. */
final class AllReports implements Iterator<AllReports.Filed> {

    private static final int PAGE = 256;

    /** Whole reports are large; this many are held. */
    private static final int BATCH = 32;

    private final ReportArchive archive;
    private final Collection<String> conflicts;
    private final Predicate<ReportHeader> which;
    private final Deque<ReportHeader> page = new ArrayDeque<>();
    private ReportArchive.Before before;
    private final Deque<Filed> batch = new ArrayDeque<>();
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
        return !batch.isEmpty() || hasPage();
    }

    private boolean hasPage() {
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
        if (batch.isEmpty()) {
            List<ReportHeader> headers = new ArrayList<>();
            while (headers.size() < BATCH && !page.isEmpty()) {
                headers.add(page.remove());
            }
            Map<String, IncidentReport> reports = archive.reports(headers);
            headers.forEach(header -> batch.add(new Filed(header, Optional.ofNullable(reports.get(header.getId())))));
        }
        return batch.remove();
    }
}
