package org.tollwatch.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself: in JSON-LD, in meta elements, or in its markup; in this order. */
final class PageMeta {

    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date.published",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "date",
        "article.published",
        "cxenseparse:recs:publishtime"
    };

    private static final int LONGEST_DATE = 60;

    private final Document page;
    private final LinkedData data;
    private final URI address;

    PageMeta(Document page, LinkedData data, URI address) {
        this.page = page;
        this.data = data;
        this.address = address;
    }

    Optional<String> title() {
        return data.value("headline")
                .or(() -> meta("og:title").map(this::withoutSite))
                .or(() -> headline())
                .or(() -> Optional.of(page.title()).map(this::withoutSite))
                .map(PlainText::ofTitle)
                .map(Lines::one)
                .filter(title -> !title.isEmpty());
    }

    Optional<Instant> publishedAt() {
        Stream<String> written = Stream.of(
                        data.value("datePublished").stream(),
                        Stream.of(PUBLISHED).flatMap(name -> meta(name).stream()),
                        page.select("[itemprop~=datePublished]").stream().map(PageMeta::dated),
                        page.select("time[pubdate], article time[datetime], main time[datetime]").stream()
                                .map(PageMeta::dated),
                        Stream.of(page.select("time[datetime]"))
                                .filter(all -> all.size() == 1)
                                .map(all -> dated(all.first())))
                .flatMap(s -> s);
        return known(written).or(this::shown);
    }

    /** What the page shows as its date and marks up as one; only when all that it shows so is one moment. */
    private Optional<Instant> shown() {
        List<Instant> all = page.select("[class*=date], [class*=time], [id*=date], [class*=publish], time").stream()
                .filter(element -> element.text().length() <= LONGEST_DATE)
                .flatMap(element -> WebDates.read(element.text()).at().stream())
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static Optional<Instant> known(Stream<String> written) {
        return written.filter(s -> !s.isBlank())
                .flatMap(text -> WebDates.read(text).at().stream())
                .findFirst();
    }

    /** One that names the front page of the site on another page is a mistake of its makers. */
    Optional<URI> canonical() {
        Optional<String> link =
                Optional.ofNullable(page.selectFirst("link[rel=canonical]")).map(e -> e.attr("href"));
        return link.filter(s -> !s.isBlank())
                .or(() -> meta("og:url"))
                .flatMap(text -> WebLinks.resolve(base(), text))
                .filter(uri -> !front(uri) || front(address));
    }

    Optional<String> language() {
        return Stream.of(
                        Optional.ofNullable(page.selectFirst("html")).map(e -> e.attr("lang")),
                        Optional.ofNullable(page.selectFirst("html")).map(e -> e.attr("xml:lang")),
                        data.value("inLanguage"),
                        Optional.ofNullable(page.selectFirst("meta[http-equiv=content-language]"))
                                .map(e -> e.attr("content")),
                        meta("og:locale"))
                .flatMap(Optional::stream)
                .flatMap(text -> Languages.tag(text).stream())
                .findFirst();
    }

    private URI base() {
        return Optional.ofNullable(page.selectFirst("base[href]"))
                .flatMap(e -> WebLinks.any(address, e.attr("href")))
                .orElse(address);
    }

    private static boolean front(URI uri) {
        String path = uri.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/")) && uri.getRawQuery() == null;
    }

    private Optional<String> headline() {
        return Optional.ofNullable(page.selectFirst("article h1, main h1"))
                .or(() -> Optional.ofNullable(page.selectFirst("h1")))
                .or(() -> Optional.ofNullable(
                        page.selectFirst("[itemprop~=headline], .entry-title, .post-title, .article-title")))
                .map(h1 -> MarkupText.of(
                        h1,
                        inner -> Tags.block(inner.normalName())
                                && !inner.normalName().equals("br")))
                .filter(s -> !s.isBlank());
    }

    /** {@code Bridge hit | The Post}, {@code Bridge hit - The Post}: without the site's own name. */
    private String withoutSite(String title) {
        String site = meta("og:site_name").orElse("");
        int cut = Math.max(title.lastIndexOf(" | "), Math.max(title.lastIndexOf(" - "), title.lastIndexOf(" — ")));
        cut = Math.max(cut, title.lastIndexOf(" – "));
        if (cut <= 0) {
            return title;
        }
        String end = title.substring(cut + 3).strip();
        boolean named = !site.isEmpty() && (end.equalsIgnoreCase(site) || end.contains(site) || site.contains(end));
        String heads = page.select("h1").text();
        boolean headed = heads.contains(title.substring(0, cut).strip()) && !heads.contains(end);
        return named || headed ? title.substring(0, cut) : title;
    }

    private Optional<String> meta(String name) {
        for (Element element : page.select("meta[content]")) {
            boolean is = Stream.of("property", "name", "itemprop", "http-equiv")
                    .anyMatch(key -> element.attr(key).strip().equalsIgnoreCase(name));
            if (is && !element.attr("content").isBlank()) {
                return Optional.of(element.attr("content").strip());
            }
        }
        return Optional.empty();
    }

    private static String dated(Element element) {
        for (String name : new String[] {"datetime", "content"}) {
            if (!element.attr(name).isBlank()) {
                return element.attr(name);
            }
        }
        return element.text();
    }
}
