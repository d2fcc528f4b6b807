package org.tollwatch.gather;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Reads one feed of a file of feeds. */
final class FeedReader {

    /** Says who asks; robots.txt is read under the name before the slash. */
    static final String AGENT = "Tollwatch/0.1";

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LARGEST = 64 << 20;

    private final Conflicts conflicts;
    private final Path folder;
    private final Optional<Duration> every;
    private final Optional<String> agent;

    /** @param folder that paths in the file are relative to */
    FeedReader(Conflicts conflicts, Path folder, Fields root) {
        this.conflicts = conflicts;
        this.folder = folder;
        every = Optional.ofNullable(Amounts.duration(root, "every", null, Duration.ofMillis(100), DAY));
        agent = root.get("user-agent").map(FeedReader::agent);
    }

    Feed feed(String name, Fields fields) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw fields.at().problem("'" + name + "' is no name of a feed. Write small letters, digits and -");
        }
        fields.only(
                "url",
                "folder",
                "topic",
                "format",
                "map",
                "source",
                "language",
                "region",
                "country",
                "conflict",
                "every",
                "largest",
                "patience",
                "redirects",
                "pages",
                "allow-private",
                "user-agent");
        return new Feed(
                name,
                origin(fields),
                fields.required("source", "source: the outlet that publishes it")
                        .text(),
                text(fields, "language"),
                text(fields, "region"),
                text(fields, "country"),
                fields.get("conflict").map(this::conflict),
                Amounts.duration(fields, "every", every.orElse(EVERY), Duration.ofMillis(100), DAY),
                limits(fields),
                Amounts.yes(fields, "pages", true),
                Amounts.yes(fields, "allow-private", false),
                fields.get("user-agent").map(FeedReader::agent).or(() -> agent).orElse(AGENT));
    }

    /** What the file says for all of its feeds holds for those of a set too. */
    Feed with(Feed feed) {
        return new Feed(
                feed.name(),
                feed.origin(),
                feed.source(),
                feed.language(),
                feed.region(),
                feed.country(),
                feed.conflict(),
                every.orElse(feed.every()),
                feed.limits(),
                feed.pages(),
                feed.allowPrivate(),
                agent.orElse(feed.agent()));
    }

    private Origin origin(Fields fields) {
        List<String> given = List.of("url", "folder", "topic").stream()
                .filter(key -> fields.get(key).isPresent())
                .toList();
        if (given.size() != 1) {
            throw fields.at()
                    .problem((given.isEmpty() ? "says not where it is" : String.join(" and ", given) + " are given")
                            + ". Write one of url, folder, topic");
        }
        boolean isFolder = given.get(0).equals("folder");
        for (String key : List.of("format", "map")) {
            if (!isFolder && fields.get(key).isPresent()) {
                throw fields.get(key).get().at().problem("is of folders only. Remove it, or name a folder");
            }
        }
        Node where = fields.get(given.get(0)).orElseThrow();
        return switch (given.get(0)) {
            case "url" -> new Origin.Web(url(where));
            case "folder" -> folder(where, fields);
            default -> new Origin.Topic(where.text());
        };
    }

    private Origin folder(Node where, Fields fields) {
        Origin.Format format = fields.get("format")
                .map(node -> node.reference(
                        Arrays.stream(Origin.Format.values())
                                .map(Origin.Format::label)
                                .toList(),
                        "format"))
                .map(label -> Origin.Format.valueOf(label.toUpperCase(Locale.ROOT)))
                .orElse(Origin.Format.ARTICLES);
        Optional<Path> map = text(fields, "map").map(folder::resolve);
        if (map.isPresent() && format != Origin.Format.CLAIMS) {
            throw fields.get("map").get().at().problem("says how tables are read. Write format: claims with it");
        }
        return new Origin.Folder(folder.resolve(where.text()), format, map);
    }

    private static URI url(Node node) {
        try {
            URI url = new URI(node.text());
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!web || url.getHost() == null) {
                throw node.at().problem("'" + node.text() + "' is no address. Write it with http:// or https://");
            }
            if (url.getRawUserInfo() != null) {
                throw node.at().problem("has a user in it. Leave it out; feeds are fetched without credentials");
            }
            return url;
        } catch (URISyntaxException e) {
            throw node.at().problem("'" + node.text() + "' is no address (" + e.getReason() + "). Write it encoded");
        }
    }

    private static Limits limits(Fields fields) {
        Limits usual = Limits.USUAL;
        Duration patience =
                Amounts.duration(fields, "patience", usual.patience(), Duration.ofMillis(100), Duration.ofMinutes(10));
        int redirects = fields.get("redirects").map(FeedReader::redirects).orElse(usual.redirects());
        return new Limits(Amounts.size(fields, "largest", usual.largest(), LARGEST), patience, redirects);
    }

    private static int redirects(Node node) {
        if (!node.text().matches("\\d|1\\d|20")) {
            throw node.at().problem("'" + node.text() + "' is not right here. Write a number from 0 to 20");
        }
        return Integer.parseInt(node.text());
    }

    private String conflict(Node node) {
        return node.reference(conflicts.all().stream().map(Conflict::id).toList(), "conflict");
    }

    private static String agent(Node node) {
        if (!node.text().matches("[\\x20-\\x7E]{3,200}")) {
            throw node.at().problem("cannot be sent. Write 3 to 200 plain letters, such as Example-Desk/1.0");
        }
        return node.text();
    }

    private static Optional<String> text(Fields fields, String key) {
        return fields.get(key).map(Node::text);
    }
}
