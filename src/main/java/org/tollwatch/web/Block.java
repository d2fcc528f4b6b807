package org.tollwatch.web;

import org.jsoup.nodes.Element;

/**
 * A line of a page.
 *
 * @param text tidy, in one line
 * @param linked how many of its characters are inside links
 * @param owner the block element around it
 */
record Block(String text, int linked, Element owner) {

    private static final int SHORT = 25;

    /** Running text: long enough, and mostly not a link. */
    boolean good() {
        return text.length() >= SHORT && !links();
    }

    boolean links() {
        return linked * 5 > text.length() * 2;
    }

    boolean heading() {
        String name = owner.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    boolean listed() {
        return owner.normalName().equals("li")
                || owner.normalName().equals("td")
                || owner.normalName().equals("th");
    }

    /** What holds this line and its neighbours. */
    Element container() {
        Element at = owner;
        while (at.parent() != null && !holds(at)) {
            at = at.parent();
        }
        return at;
    }

    private static boolean holds(Element element) {
        return switch (element.normalName()) {
            case "div", "section", "article", "main", "body", "td", "center" -> true;
            default -> false;
        };
    }
}
