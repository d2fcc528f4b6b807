package org.tollwatch.gather;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tollwatch.web.Entry;

/**
 * What the items of a feed are known by. An id that is the link with a number behind {@code #} counts the versions of one
 * article, as some publishers do, and an address with marks of an advertisement is the same without them; unless two items of
 * the feed would then be one.
 */
final class Identity {

    private static final Pattern VERSION = Pattern.compile("#\\d{1,4}$");
    private static final Pattern TRACKING = Pattern.compile("(?<=[?&])(utm_[a-z]+|fbclid|gclid)=[^&#]*&?");

    private Identity() {}

    /** The mark of each, in their order. */
    static List<String> marks(List<Entry> entries) {
        Map<String, Integer> times = new HashMap<>();
        entries.forEach(entry -> times.merge(plain(entry), 1, Integer::sum));
        return entries.stream()
                .map(entry -> times.get(plain(entry)) == 1 ? plain(entry) : entry.id())
                .map(Hash::of)
                .toList();
    }

    /** What a feed calls an item, without what changes between two versions of it. */
    static String plain(Entry entry) {
        String id = entry.id();
        if (!id.startsWith("http://") && !id.startsWith("https://")) {
            return id;
        }
        String bare = VERSION.matcher(id).replaceFirst("");
        boolean versions = entry.link().map(URI::toString).filter(bare::equals).isPresent();
        String address = versions ? bare : id;
        return TRACKING.matcher(address).replaceAll("").replaceFirst("[?&]$", "");
    }

    /** A hash of all that the feed says of an item. */
    static String offered(Entry entry) {
        return Hash.of(entry.title(), entry.text(), entry.link(), entry.publishedAt(), entry.updatedAt());
    }
}
