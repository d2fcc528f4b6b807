package org.tollwatch.web;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Zones by what they are called in dates. RFC 822's own (its one-letter zones as feedparser reads them), and those of which
 * the world has but one: IST is India's, Israel's and Ireland's, and none of them here.
 */
final class Zones {

    private static final Map<String, ZoneOffset> NAMES = names();

    private Zones() {}

    /** @param name folded: {@code +0400}, {@code gmt+3}, {@code est}, {@code europe/moscow}; empty when nobody knows it */
    static Optional<ZoneOffset> of(String name, LocalDateTime at) {
        String zone = name.startsWith("etc/") ? name.substring(4) : name;
        for (String prefix : new String[] {"gmt", "utc", "ut"}) {
            if (zone.startsWith(prefix)
                    && zone.length() > prefix.length()
                    && "+-".indexOf(zone.charAt(prefix.length())) >= 0) {
                zone = zone.substring(prefix.length());
            }
        }
        if (!zone.isEmpty() && "+-".indexOf(zone.charAt(0)) >= 0) {
            return offset(zone);
        }
        Optional<ZoneOffset> known = Optional.ofNullable(NAMES.get(zone.replace(".", "")));
        return known.or(() -> region(name, at));
    }

    /** Whether a word could be the name of a zone at all. */
    static boolean named(String word) {
        return NAMES.containsKey(word.replace(".", ""))
                || word.indexOf('/') > 0
                || word.startsWith("gmt+")
                || word.startsWith("gmt-");
    }

    private static Optional<ZoneOffset> offset(String signed) {
        String digits = signed.substring(1).replace(":", "").replace(".", "");
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits.length() > 4 ? digits.substring(0, 4) : digits);
        int minutes = digits.length() <= 2 ? number * 60 : number / 100 * 60 + number % 100;
        if (minutes > 14 * 60 || (digits.length() > 2 && number % 100 > 59)) {
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofTotalSeconds((signed.charAt(0) == '-' ? -60 : 60) * minutes));
    }

    private static Optional<ZoneOffset> region(String name, LocalDateTime at) {
        if (name.indexOf('/') < 1) {
            return Optional.empty();
        }
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.toLowerCase(Locale.ROOT).equals(name)) {
                try {
                    return Optional.of(ZoneId.of(id).getRules().getOffset(at));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, ZoneOffset> names() {
        Map<String, ZoneOffset> names = new HashMap<>();
        put(names, 0, "z ut utc gmt wet uct zulu 0000");
        put(names, -180, "adt");
        put(names, -240, "ast at edt");
        put(names, -300, "est et cdt");
        put(names, -360, "cst ct mdt");
        put(names, -420, "mst mt pdt");
        put(names, -480, "pst pt akdt");
        put(names, -540, "akst");
        put(names, -600, "hst");
        put(names, -150, "ndt");
        put(names, -210, "nst");
        put(names, -60, "a");
        put(names, 60, "n met cet mez wat west");
        put(names, -720, "m");
        put(names, 720, "y nzst");
        put(names, 120, "mest cest mesz eet cat sast");
        put(names, 180, "eest msk trt eat");
        put(names, 210, "irst");
        put(names, 240, "msd azt");
        put(names, 270, "aft");
        put(names, 300, "pkt uzt yekt");
        put(names, 345, "npt");
        put(names, 390, "mmt");
        put(names, 420, "ict wib");
        put(names, 480, "hkt sgt pht awst wita");
        put(names, 540, "jst kst wit");
        put(names, 570, "acst");
        put(names, 600, "aest");
        put(names, 630, "acdt");
        put(names, 660, "aedt");
        put(names, 780, "nzdt");
        return Map.copyOf(names);
    }

    private static void put(Map<String, ZoneOffset> names, int minutes, String zones) {
        for (String zone : zones.split(" ")) {
            names.put(zone, ZoneOffset.ofTotalSeconds(minutes * 60));
        }
    }
}
