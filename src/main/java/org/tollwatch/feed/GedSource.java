package org.tollwatch.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article that an event of UCDP GED was coded from.
 *
 * @param office who published it
 * @param date of its publication, where that is one
 * @param headline "" where none is stated
 */
record GedSource(String office, Optional<LocalDate> date, String headline) {

    /** {@code "Office,2014-01-22,Headline";"Office, ...": a headline may hold commas, semicolons and line ends. */
    private static final Pattern ARTICLE =
            Pattern.compile("\"(.*?),([0-9]{4}-[0-9]{2}-[0-9]{2}),(.*?)\"(?=;\\s*\"|;?\\s*$)", Pattern.DOTALL);

    /** The sources of a row: of {@code source_article}, else of the columns for office, date and headline. */
    static List<GedSource> of(Row row) {
        List<GedSource> articles = new ArrayList<>();
        Matcher article = ARTICLE.matcher(row.optional("source_article").orElse(""));
        while (article.find()) {
            articles.add(new GedSource(flat(article.group(1)), date(article.group(2)), flat(article.group(3))));
        }
        List<GedSource> columns = columns(row);
        return articles.size() >= columns.size() ? articles : columns;
    }

    private static List<GedSource> columns(Row row) {
        String[] offices = split(row, "source_office");
        String[] dates = split(row, "source_date");
        String[] headlines = split(row, "source_headline");
        List<GedSource> sources = new ArrayList<>();
        for (int i = 0; i < offices.length; i++) {
            // Headlines hold semicolons; then it cannot be told which is whose.
            String headline = headlines.length == offices.length ? flat(headlines[i]) : "";
            Optional<LocalDate> date = dates.length == offices.length ? date(dates[i].strip()) : Optional.empty();
            if (!offices[i].isBlank()) {
                sources.add(new GedSource(flat(offices[i]), date, headline));
            }
        }
        return sources;
    }

    private static String[] split(Row row, String column) {
        return row.optional(column).map(text -> text.split(";")).orElse(new String[0]);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // the event's own date bounds it
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
