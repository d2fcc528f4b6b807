package org.tollwatch.cli;

import java.util.Locale;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.ExtractingReader;
import org.tollwatch.feed.ReportReader;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.report.IncidentReport;
import picocli.CommandLine.Option;

/** What the files hold. */
final class FormatOption {

    enum Format {
        ARTICLES,
        REPORTS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "articles",
            description = "articles (default), or reports: incident reports as extract --json prints them.")
    private Format format;

    /** A reader for one run. */
    SourceReader<IncidentReport> reader(ArticleOptions articles, Conflicts conflicts, Console console) {
        return format == Format.REPORTS
                ? new ReportReader(console.clock(), conflicts)
                : articles(articles.defaults(), conflicts, console);
    }

    static SourceReader<IncidentReport> articles(Defaults defaults, Conflicts conflicts, Console console) {
        Extractor extractor = new Extractor(Languages.bundled(), conflicts);
        return new ExtractingReader(new ArticleReader(defaults, console.clock()), extractor::extract);
    }
}
