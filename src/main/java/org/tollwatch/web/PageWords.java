package org.tollwatch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a page's article out of its lines, and out of what JSON-LD says it is. */
final class PageWords {

    /** Shorter is no article, but a notice or an empty frame. */
    private static final int SHORTEST = 80;

    private static final int DATE_LINE = 50;

    private final List<Block> blocks;
    private final Optional<String> title;

    PageWords(List<Block> blocks, Optional<String> title) {
        this.blocks = blocks;
        this.title = title;
    }

    /** @param stated what the page says its article's text is; it has no boilerplate, but often no paragraphs either */
    Optional<String> text(Optional<String> stated) {
        List<String> lines = lines();
        String seen = String.join("\n", lines);
        String said = stated.map(PlainText::ofHtml).orElse("");
        String text = seen;
        if (said.length() >= SHORTEST
                && (said.length() * 2 >= seen.length() || !Teaser.is(said))
                && said.length() * 4 >= seen.length()) {
            text = paragraphs(lines, said);
        }
        return Optional.of(text).filter(t -> t.length() >= SHORTEST);
    }

    /** The lines of the page that are in the stated text, if they are most of it; else that text as it stands. */
    private static String paragraphs(List<String> lines, String said) {
        String letters = letters(said);
        List<String> both =
                lines.stream().filter(line -> letters.contains(letters(line))).toList();
        String shared = String.join("\n", both);
        return letters(shared).length() * 10 >= letters.length() * 9 ? shared : said;
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean kept = block.heading() ? followed(i) : kept(block);
            if (kept && (lines.isEmpty() || !lines.get(lines.size() - 1).equals(block.text()))) {
                lines.add(block.text());
            }
        }
        return lines;
    }

    private boolean kept(Block block) {
        String text = block.text();
        return !block.links()
                && !title.filter(text::equalsIgnoreCase).isPresent()
                && !Invitations.line(text)
                && !dateAlone(text)
                && (paragraph(block) || block.good());
    }

    /** In a paragraph or a list even a short line is text; loose words in a box are a label. */
    private static boolean paragraph(Block block) {
        return switch (block.owner().normalName()) {
            case "p", "li", "blockquote", "pre", "td", "dd" ->
                block.text().chars().anyMatch(Character::isLetterOrDigit);
            default -> false;
        };
    }

    /** A heading counts when text follows it before the next heading. */
    private boolean followed(int at) {
        Block heading = blocks.get(at);
        if (heading.owner().normalName().equals("h1")
                || heading.links()
                || Invitations.line(heading.text())
                || title.filter(heading.text()::equalsIgnoreCase).isPresent()) {
            return false;
        }
        for (int i = at + 1; i < blocks.size() && !blocks.get(i).heading(); i++) {
            if (kept(blocks.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean dateAlone(String text) {
        return text.length() <= DATE_LINE && WebDates.read(text).at().isPresent();
    }
}
