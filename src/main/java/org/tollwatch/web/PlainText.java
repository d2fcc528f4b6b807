package org.tollwatch.web;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** Text that may or may not be HTML, escaped once, twice or not at all, as plain text. */
final class PlainText {

    private static final Pattern CLOSED = Pattern.compile(
            "<(?:script|style|iframe|textarea|title|noscript|video|audio|canvas|select)(?=[\\s/])[^<>]*/>",
            CASE_INSENSITIVE);
    private static final Pattern FRAME = Pattern.compile("<(/?)iframe(?=[\\s>/])", CASE_INSENSITIVE);

    private PlainText() {}

    /** Of a field that is HTML unless it says otherwise. */
    static String ofHtml(String text) {
        String plain = once(text);
        return looksLikeHtml(plain) ? once(plain) : plain;
    }

    /** Of a field that is plain text unless it plainly is HTML. */
    static String ofText(String text) {
        return looksLikeHtml(text) ? ofHtml(text) : Lines.tidy(text);
    }

    /** Of a field of RSS that should be plain text and often is HTML: what it escaped twice is read as meant. */
    static String ofTitle(String text) {
        return looksLikeHtml(text) ? ofHtml(text) : Lines.one(Parser.unescapeEntities(text, false));
    }

    private static String once(String text) {
        if (text.indexOf('<') < 0) {
            return Lines.tidy(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
        }
        Element body = Jsoup.parseBodyFragment(opened(text)).body();
        return Lines.tidy(MarkupText.of(body, element -> false));
    }

    /** A frame or script that is closed in itself, or never, would swallow all the words after it. */
    private static String opened(String html) {
        String apart = CLOSED.matcher(html).replaceAll(" ");
        long opened = FRAME.matcher(apart)
                .results()
                .filter(tag -> tag.group(1).isEmpty())
                .count();
        long closed = FRAME.matcher(apart).results().count() - opened;
        return opened > closed ? FRAME.matcher(apart).replaceAll("<$1x-frame") : apart;
    }

    /** Whether an HTML element is closed in it, or stands by itself: {@code 3 < 4} and {@code <Reuters>} are no HTML. */
    static boolean looksLikeHtml(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            boolean closing = text.startsWith("</", at);
            int from = at + (closing ? 2 : 1);
            int end = from;
            while (end < text.length() && end - from < 12 && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            String name = text.substring(from, end);
            if (end < text.length() && Tag.isKnownTag(name.toLowerCase(Locale.ROOT))) {
                char next = text.charAt(end);
                if ((closing && next == '>') || (Tag.valueOf(name).isEmpty() && ">/ ".indexOf(next) >= 0)) {
                    return true;
                }
            }
        }
        return false;
    }
}
