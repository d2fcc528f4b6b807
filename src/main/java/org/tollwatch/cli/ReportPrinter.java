package org.tollwatch.cli;

import java.io.PrintWriter;
import org.tollwatch.report.IncidentReport;

/** How a report is shown. */
@FunctionalInterface
interface ReportPrinter {
    void print(IncidentReport report, PrintWriter out);
}
