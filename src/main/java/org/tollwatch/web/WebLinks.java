package org.tollwatch.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Addresses as the web has them: relative, with blanks and letters of any script in them. */
final class WebLinks {

    private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=%";
    private static final String HEX = "0123456789ABCDEF";
    private static final int LONGEST = 4_000;

    private WebLinks() {}

    /** The address that {@code link} means on a page of {@code base}; empty unless it is http or https with a host. */
    static Optional<URI> resolve(URI base, String link) {
        return any(base, link).filter(WebLinks::web);
    }

    /** Likewise, of any kind: for a base that others are resolved against. */
    static Optional<URI> any(URI base, String link) {
        String text = link.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(resolved(base, escaped(text)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As RFC 3986 has it where {@link URI#resolve} does not: below a bare host, and for a query alone. */
    private static URI resolved(URI base, String link) throws URISyntaxException {
        boolean bare = !base.isOpaque()
                && base.getRawAuthority() != null
                && base.getRawPath().isEmpty();
        URI rooted = bare ? new URI(base.getScheme() + "://" + base.getRawAuthority() + "/") : base;
        if (!link.startsWith("?") || base.isOpaque()) {
            return rooted.resolve(new URI(link));
        }
        String whole = rooted.toString();
        int cut = whole.indexOf('?') < 0 ? whole.indexOf('#') : whole.indexOf('?');
        return new URI((cut < 0 ? whole : whole.substring(0, cut)) + link);
    }

    private static boolean web(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
    }

    private static String escaped(String link) {
        StringBuilder out = new StringBuilder(link.length() + 16);
        boolean fragment = false;
        for (int i = 0; i < link.length(); ) {
            int c = link.codePointAt(i);
            boolean reference = c != '%' || hex(link, i + 1);
            boolean again = c == '#' && fragment;
            fragment |= c == '#';
            if (c == '\n' || c == '\r' || c == '\t') {
                // Browsers leave line breaks in addresses out.
            } else if (c < 128 && !again && reference && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                percent(new String(Character.toChars(c)), out);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean hex(String link, int at) {
        return at + 1 < link.length()
                && Character.digit(link.charAt(at), 16) >= 0
                && Character.digit(link.charAt(at + 1), 16) >= 0;
    }

    private static void percent(String letters, StringBuilder out) {
        for (byte b : letters.getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
        }
    }
}
