package org.tollwatch.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tollwatch.cli.LiveFeed.Event;
import org.tollwatch.conflict.Conflict;

/** The table on a terminal, drawn anew in its place, with what changed last under it. What was on the terminal comes back. */
final class LiveTable implements LiveView {

    private static final String ENTER = "\u001b[?1049h\u001b[?25l";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String TOP = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";
    private static final int NEWS = 5;

    private final Console console;
    private final int height;
    private final String where;
    private final Deque<String> news = new ArrayDeque<>();
    private final Thread onInterrupt = new Thread(this::leave, "terminal");
    private String status = "asking";
    private boolean begun;
    private boolean left;

    /** @param height lines of the terminal */
    LiveTable(Console console, int height, String where) {
        this.console = console;
        this.height = height;
        this.where = where;
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        console.out().print(ENTER);
    }

    @Override
    public void begin(LiveTallies tallies) {
        begun = true;
        show(tallies);
    }

    @Override
    public void heard(Event event, String line) {
        if (!line.isEmpty()) {
            news.addFirst(line);
            if (news.size() > NEWS) {
                news.removeLast();
            }
        }
    }

    @Override
    public void status(String text) {
        status = text;
    }

    /** A screen is written whole, without clearing it first: nothing flickers. */
    @Override
    public synchronized void show(LiveTallies tallies) {
        if (left) {
            return;
        }
        List<String> lines = new ArrayList<>();
        String now = console.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        lines.addAll(
                Table.wrap("Tollwatch at " + where + ", " + now + "; " + status + "; Ctrl-C ends", console.width()));
        int below = news.isEmpty() ? 0 : news.size() + 1;
        lines.addAll(fitting(begun ? table(tallies) : List.of(), height - 1 - lines.size() - below));
        if (!news.isEmpty()) {
            lines.add("");
            news.forEach(line -> lines.add(cut(line)));
        }
        console.out().print(TOP);
        lines.forEach(line -> console.out().print(line + REST_OF_LINE + "\r\n"));
        console.out().print(REST_OF_SCREEN);
        console.out().flush();
    }

    private List<String> table(LiveTallies tallies) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        for (Conflict conflict : tallies.conflicts()) {
            new TallyTable(conflict, console).print(tallies.of(conflict), out);
        }
        out.flush();
        return tallies.size() == 0
                ? List.of("", "No figure yet. That is not zero.")
                : text.toString().lines().toList();
    }

    private static List<String> fitting(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        int kept = Math.max(1, most - 1);
        List<String> fit = new ArrayList<>(lines.subList(0, kept));
        fit.add((lines.size() - kept) + " more lines; --conflict, --party and --measure choose");
        return fit;
    }

    private String cut(String line) {
        return DisplayWidth.cut(line, console.width());
    }

    private synchronized void leave() {
        if (!left) {
            left = true;
            console.out().print(LEAVE);
            console.out().flush();
        }
    }

    @Override
    public void close() {
        leave();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // it runs already
        }
    }
}
