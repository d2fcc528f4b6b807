package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.ClaimsReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.ExtractingReader;
import org.tollwatch.feed.GedConflicts;
import org.tollwatch.feed.GedReader;
import org.tollwatch.feed.ReportReader;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.report.IncidentReport;
import picocli.CommandLine.Option;

/** What the files hold. */
final class FormatOption {

    enum Format {
        ARTICLES,
        REPORTS,
        UCDP_GED,
        CLAIMS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "articles",
            description = {
                "articles (default); reports: incident reports as extract --json prints them;",
                "claims: tables (CSV, JSON lines) with a figure a row; ucdp-ged: UCDP GED's CSV files."
            })
    private Format format;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "With --format claims: YAML that says which column of the table is which.")
    private Path map;

    /** The conflicts that are known, with those that the files themselves tell. */
    Conflicts conflicts(ConflictOption asked, List<Path> paths) {
        return asked.conflicts(format == Format.UCDP_GED ? GedConflicts.in(paths) : List.of());
    }

    /** A reader for one run. */
    SourceReader<IncidentReport> reader(ArticleOptions articles, Conflicts conflicts, Console console) {
        if (map != null && format != Format.CLAIMS) {
            throw new CommandFailure("--map says how tables are read; give --format claims with it", null);
        }
        return switch (format) {
            case ARTICLES -> articles(articles.defaults(), conflicts, console);
            case REPORTS -> new ReportReader(console.clock(), conflicts);
            case UCDP_GED -> new GedReader(console.clock(), conflicts);
            case CLAIMS -> new ClaimsReader(console.clock(), conflicts, Optional.ofNullable(map));
        };
    }

    static SourceReader<IncidentReport> articles(Defaults defaults, Conflicts conflicts, Console console) {
        Extractor extractor = new Extractor(Languages.bundled(), conflicts);
        return new ExtractingReader(new ArticleReader(defaults, console.clock()), extractor::extract);
    }
}
