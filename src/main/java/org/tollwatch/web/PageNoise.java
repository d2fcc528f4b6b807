package org.tollwatch.web;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What of a page is never its article: by its element, its role, or the words of its class and id. */
final class PageNoise {

    private static final Set<String> ELEMENTS = Set.of(
            "nav",
            "aside",
            "footer",
            "figure",
            "figcaption",
            "form",
            "button",
            "menu",
            "dialog",
            "label",
            "video",
            "audio");

    /** Their class tells of a whole page or article, not of a part: a blog names the article's own tags there. */
    private static final Set<String> WHOLES = Set.of("html", "body", "main", "article");

    private static final Set<String> ROLES = Set.of(
            "navigation",
            "complementary",
            "banner",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tablist",
            "tooltip",
            "alert",
            "form");

    private static final Set<String> WORDS = Set.of(
            "nav navbar navigation menu submenu breadcrumb breadcrumbs share sharing shares sharebar social related relatednews"
                    .concat(
                            " recommended recommendations recommendation newsletter subscribe subscription cookie cookies")
                    .concat(
                            " consent gdpr comment comments disqus promo promotion advert advertisement ad ads adsbygoogle")
                    .concat(
                            " banner sponsor sponsored sidebar widget footer caption wp-caption credit credits byline author")
                    .concat(
                            " authors bio tags taglist keywords toolbar popup modal overlay paywall signup signin login")
                    .concat(
                            " outbrain taboola trending popular mostread pagination pager copyright toc teaser teasers carousel")
                    .concat(
                            " slider gallery skip rating print hidden noprint screen-reader-text sr-only readmore morenews")
                    .concat(" headlines ticker player timestamp dateline pubdate")
                    .split(" "));

    /** Written together with other words: {@code relatedposts}, {@code sharedaddy}. */
    private static final Set<String> BEGINNINGS = Set.of(
            "related",
            "sharedaddy",
            "sharebar",
            "newsletter",
            "advert",
            "cookie",
            "breadcrumb",
            "recommend",
            "subscri",
            "sponsor",
            "outbrain",
            "taboola",
            "commentlist",
            "mostread",
            "readmore",
            "alsoread",
            "readalso");

    private static final Set<String> PAIRS = Set.of(
            "read more",
            "more news",
            "most read",
            "also read",
            "read also",
            "read next",
            "see also",
            "more stories",
            "latest news",
            "top stories",
            "you may",
            "follow us",
            "photo credit",
            "image credit",
            "post meta",
            "entry meta",
            "article meta",
            "article info",
            "article footer",
            "post footer",
            "page header",
            "site header",
            "main header",
            "top bar",
            "in focus",
            "up next",
            "sign up",
            "mailing list",
            "inline links",
            "editors picks");

    private PageNoise() {}

    static boolean is(Element element) {
        String name = element.normalName();
        return ELEMENTS.contains(name)
                || Tags.silent(name)
                || hidden(element)
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || ((named(element.className()) || named(element.id())) && !spared(element, name));
    }

    /** What holds the headline or the article is no box beside it; and words inside a paragraph belong to it. */
    private static boolean spared(Element element, String name) {
        if (WHOLES.contains(name) || element.attr("itemprop").contains("articleBody")) {
            return true;
        }
        if (!Tags.block(name)) {
            return element.parent() != null && element.parent().normalName().equals("p");
        }
        return element.selectFirst("h1, [itemprop~=articleBody]") != null;
    }

    private static boolean hidden(Element element) {
        String style = element.hasAttr("style")
                ? element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT)
                : "";
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    private static boolean begins(String word) {
        return BEGINNINGS.stream().anyMatch(word::startsWith);
    }

    private static boolean named(String names) {
        String last = "";
        for (String word : words(names).split(" ")) {
            if (WORDS.contains(word) || begins(word) || PAIRS.contains(last + " " + word)) {
                return true;
            }
            last = word;
        }
        return false;
    }

    /** {@code relatedNews_list} as {@code related news list}. */
    private static String words(String names) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                out.append(' ');
            } else {
                if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1))) {
                    out.append(' ');
                }
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString().strip().replaceAll(" +", " ");
    }
}
