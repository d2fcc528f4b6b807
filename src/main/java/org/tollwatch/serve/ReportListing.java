package org.tollwatch.serve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tollwatch.ask.HeaderJson;
import org.tollwatch.ask.ReportJson;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportHeader;
import org.tollwatch.report.ReportedClaim;

/** Reports for other programs, each with its claims; as JSON in the form that {@code count --format reports} reads. */
record ReportListing(Conflicts conflicts) {

    Listing<AllReports.Filed> listing() {
        ReportJson json = new ReportJson(conflicts);
        return new Listing<>(
                List.of(
                        column("report", "#meta+report+id", ReportHeader::getId),
                        column("source", "#meta+source+name", ReportHeader::getSource),
                        column("url", "#meta+url", ReportHeader::getUrl),
                        column("language", "#meta+language+code", ReportHeader::getLanguage),
                        column(
                                "published_at",
                                "#date+reported",
                                header -> header.getPublishedAt().toString()),
                        column("title", "#description+title", ReportHeader::getTitle),
                        column("conflict", "#crisis+code", ReportHeader::getConflict),
                        column("number_of_claims", "#meta+claim+num", ReportHeader::getClaims),
                        claims("claims", "#meta+claim+id+list", ReportedClaim::getId),
                        claims("quotes", "#description+quote+list", ReportedClaim::getQuote)),
                (filed, to) -> {
                    if (filed.report().isPresent()) {
                        json.report(filed.report().get(), to);
                    } else {
                        HeaderJson.fields(filed.header(), to);
                    }
                },
                filed -> Optional.empty());
    }

    private static Column<AllReports.Filed> column(String name, String tag, Function<ReportHeader, Object> part) {
        return new Column<>(name, tag, filed -> part.apply(filed.header()));
    }

    private static Column<AllReports.Filed> claims(String name, String tag, Function<ReportedClaim, String> part) {
        return new Column<>(
                name,
                tag,
                filed -> filed.report()
                        .map(report -> report.getClaims().stream().map(part).toList())
                        .orElse(List.of()));
    }
}
