package org.tollwatch.gather;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;
import org.tollwatch.web.PageReading;
import org.tollwatch.web.PageText;

/**
 * Reports out of archives of the web: pages (WARC responses and resources), or their plain text (WET conversions). When a page
 * was archived is not when it was published: where the page does not say, its address may ({@code /2020/10/17/}), as the last
 * second of that day, UTC.
 */
final class WarcArticles implements SourceReader<IncidentReport> {

    private static final Pattern DAY = Pattern.compile("/((?:19|20)\\d\\d)[/-]([01]?\\d)[/-]([0-3]?\\d)(?=[/-])");

    private final Feed feed;
    private final ReportMaker maker;

    WarcArticles(Feed feed, ReportMaker maker) {
        this.feed = feed;
        this.maker = maker;
    }

    static boolean isArchive(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.(warc|wet)(\\.gz)?");
    }

    @Override
    public void read(Path path, Consumer<Input<IncidentReport>> sink) {
        try (WarcFile file = WarcFile.open(path)) {
            int number = 0;
            for (Optional<WarcRecord> record = file.next(); record.isPresent(); record = file.next()) {
                number++;
                String origin = path + " record " + number;
                one(record.get(), origin).ifPresent(sink);
            }
        } catch (IOException e) {
            String why = "cannot be read on (" + e.getMessage() + "); fetch the archive again";
            sink.accept(rejected(Reason.UNREADABLE_FILE, path.toString(), why, new byte[0]));
        }
    }

    /** Empty for what holds no page: requests, what is said of the archive, pictures. */
    private Optional<Input<IncidentReport>> one(WarcRecord record, String origin) {
        Optional<URI> address = record.header("warc-target-uri").flatMap(WarcArticles::address);
        if (address.isEmpty() || !List.of("response", "resource", "conversion").contains(record.type())) {
            return Optional.empty();
        }
        byte[] original = address.get().toString().getBytes(StandardCharsets.UTF_8);
        if (record.tooLarge()) {
            String why = "the record has " + record.length() + " bytes, and at most " + WarcFile.LARGEST + " are read";
            return Optional.of(rejected(Reason.TOO_LARGE, origin, why, original));
        }
        if (record.type().equals("conversion")) {
            String text = new String(record.body(), StandardCharsets.UTF_8);
            return Optional.of(made(
                    new Content("", text, day(address.get()), address, Optional.empty(), List.of()), origin, original));
        }
        return page(record).flatMap(html -> {
            PageReading reading = PageText.read(html.body(), html.type(), address.get());
            return reading instanceof PageReading.Page page
                    ? Optional.of(made(content(page, address.get()), origin, original))
                    : Optional.empty();
        });
    }

    private static Content content(PageReading.Page page, URI address) {
        return new Content(
                page.title().orElse(""),
                page.text(),
                page.publishedAt().or(() -> day(address)),
                Optional.of(address),
                page.language(),
                List.of());
    }

    private Input<IncidentReport> made(Content content, String origin, byte[] original) {
        String id = feed.name() + "-" + Hash.of(content.url(), content.hash());
        Stamp stamp = new Stamp(1, Optional.empty(), maker.now());
        ReportMaker.Made made = maker.make(feed, content, id, stamp, origin);
        return made instanceof ReportMaker.Made.Report report
                ? new Input.Taken<>(report.report(), origin, original)
                : new Input.Rejected<>(((ReportMaker.Made.Refused) made).rejection(), original);
    }

    private static Optional<HttpMessage> page(WarcRecord record) {
        if (record.type().equals("resource")) {
            return Optional.of(new HttpMessage(record.body(), record.header("content-type")));
        }
        return HttpMessage.read(record.body(), WarcFile.LARGEST);
    }

    static Optional<Instant> day(URI address) {
        Matcher matcher = DAY.matcher(String.valueOf(address.getPath()));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return Optional.of(
                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.replaceAll("^<|>$", ""));
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Input<IncidentReport> rejected(Reason reason, String origin, String why, byte[] original) {
        return new Input.Rejected<>(new Rejection(reason, origin, why), original);
    }
}
