package org.tollwatch.cli;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tollwatch.ask.Json;
import org.tollwatch.dlq.Door;
import org.tollwatch.dlq.Letter;
import org.tollwatch.dlq.LetterBox;
import org.tollwatch.dlq.LetterId;
import org.tollwatch.dlq.Mark;
import org.tollwatch.dlq.Marks;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.DeadLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which inputs were rejected. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists what was rejected, the newest first. Changes nothing.")
final class DlqListCommand implements Callable<Integer> {

    private static final int MOST = 1_000;

    /** In columns; dlq show has all of it. */
    private static final int LONGEST = 120;

    private final Console console;

    @Mixin
    private LetterOption which;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many; default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--before", paramLabel = "LETTER", description = "Only older ones: the last of the page before.")
    private String before;

    @Option(names = "--json", description = "One JSON line a letter.")
    private boolean json;

    @Mixin
    private DataOption data;

    DlqListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new CommandFailure(
                    "--limit " + limit + ": it is 1 to " + MOST + "; --before has the next page", null);
        }
        Optional<LetterId> border = Optional.ofNullable(before).map(LetterId::parse);
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            LetterBox box = parts.add(new LetterBox(at));
            LetterBox.Page page = box.newest(which.filter(), border, limit);
            print(page, Marks.read(at));
            console.flush();
        }
        return ExitStatus.OK;
    }

    private void print(LetterBox.Page page, Marks marks) {
        if (json) {
            page.letters().forEach(letter -> console.out().println(line(letter, marks.of(letter.id()))));
            return;
        }
        if (page.letters().isEmpty()) {
            console.out().println("There are no such letters.");
            return;
        }
        Table table = new Table(0, console.width(), 0);
        table.add("letter", "rejected", "reason", "sent again", "from, and what was wrong");
        page.letters().forEach(letter -> row(letter, marks.of(letter.id()), table));
        table.print(console.out());
        if (page.more()) {
            LetterId last = page.letters().get(page.letters().size() - 1).id();
            console.out().println("There are older ones: --before " + last);
        }
    }

    private static void row(Letter letter, Optional<Mark> mark, Table table) {
        table.add(
                letter.id().toString(),
                letter.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                LetterText.plain(letter.reason()),
                mark.map(Mark::sentAs).orElse("no"),
                DisplayWidth.cut(LetterText.plain(letter.origin() + ": " + letter.detail()), LONGEST));
    }

    private static String line(Letter letter, Optional<Mark> mark) {
        return Json.line(to -> {
            Json.text(to, "letter", letter.id().toString());
            Json.text(to, "rejectedAt", letter.at().toString());
            Json.text(to, "reason", letter.reason());
            Json.text(to, "origin", letter.origin());
            Json.textIfAny(to, "feed", letter.header(DeadLetter.FEED).orElse(""));
            Json.text(to, "detail", letter.detail());
            Json.text(to, "door", Door.of(letter).name().toLowerCase(java.util.Locale.ROOT));
            to.writeNumberField("bytes", letter.size());
            if (mark.isPresent()) {
                Json.text(to, "sentAgainAt", mark.get().at().toString());
                Json.text(to, "sentAgainAs", mark.get().sentAs());
            }
        });
    }
}
