package org.tollwatch.cli;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tollwatch.ask.Json;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.replay.Replays;
import org.tollwatch.replay.TallyDifference;
import org.tollwatch.report.TallyRecord;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** In which tallies two replays differ. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Tells of which windows two replays have another low, best, high or grade, and the claims that only one of them",
            "stands on. 'live' is the counting itself. Exit status: 0 they are alike, 3 they differ."
        })
final class ReplayDiffCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "A", description = "A replay's name, or live.")
    private String a;

    @Parameters(index = "1", paramLabel = "B", description = "A replay's name, or live.")
    private String b;

    @Option(names = "--json", description = "One JSON line for every difference.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "Print at most so many; default: ${DEFAULT-VALUE}. All are counted, and --json has all.")
    private int limit;

    @Mixin
    private DataOption data;

    ReplayDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            Replays replays = parts.add(new Replays(at));
            for (String name : List.of(a, b)) {
                replays.state(name)
                        .filter(state -> !state.done())
                        .ifPresent(state ->
                                console.complain("tollwatch: the replay '" + name + "' is not over; run it again to"
                                        + " finish it. What follows compares what it has so far."));
            }
            TallyDifference.All all = replays.difference(a, b);
            print(all);
            console.flush();
            return all.different().isEmpty() ? ExitStatus.OK : ExitStatus.REJECTED;
        }
    }

    private void print(TallyDifference.All all) {
        if (json) {
            all.different().forEach(each -> console.out().println(line(each)));
            return;
        }
        Table table = new Table(0, console.width(), 3, 4);
        Conflicts conflicts = Conflicts.bundled();
        table.add("scope", "window", "grade", a, b, "claims that only one of them cites");
        all.different().stream().limit(limit).forEach(each -> row(each, conflicts, table));
        if (!all.different().isEmpty()) {
            table.print(console.out());
        }
        int more = all.different().size() - limit;
        if (more > 0) {
            console.out().println("... and " + Figures.number(more) + " more; --limit or --json has them.");
        }
        console.out()
                .println(Figures.number(all.different().size()) + " tallies differ, " + Figures.number(all.alike())
                        + " are alike.");
    }

    private void row(TallyDifference difference, Conflicts conflicts, Table table) {
        TallyRecord any = difference.any();
        String from = day(any, any.getWindow().getFrom(), conflicts);
        table.add(
                any.getConflict() + " " + any.getParty() + " " + any.getMeasure() + " " + any.getStatus()
                        + (any.getItem() == null ? "" : " " + any.getItem())
                        + (any.getPlace() == null ? "" : " " + any.getPlace()),
                any.getWindow().getKind() + " " + from,
                grade(difference),
                figure(difference.a()),
                figure(difference.b()),
                (difference.onlyA().isEmpty() ? "" : a + ": " + String.join(" ", difference.onlyA()) + " ")
                        + (difference.onlyB().isEmpty() ? "" : b + ": " + String.join(" ", difference.onlyB())));
    }

    private static String day(TallyRecord tally, java.time.Instant at, Conflicts conflicts) {
        return at.atZone(conflicts.byId(tally.getConflict()).map(Conflict::zone).orElse(ZoneOffset.UTC))
                .toLocalDate()
                .toString();
    }

    private static String grade(TallyDifference difference) {
        String before = difference.a().map(TallyRecord::getGrade).orElse("-");
        String now = difference.b().map(TallyRecord::getGrade).orElse("-");
        return before.equals(now) ? now : before + " -> " + now;
    }

    /** low-best-high; an open high ends in a plus. */
    private static String figure(Optional<TallyRecord> tally) {
        return tally.map(t -> t.getLow() + "-" + t.getBest() + (t.getHigh() == null ? "+" : "-" + t.getHigh()))
                .orElse("none");
    }

    private static String line(TallyDifference difference) {
        TallyRecord any = difference.any();
        return Json.line(to -> {
            Json.text(to, "conflict", any.getConflict());
            Json.text(to, "party", any.getParty());
            Json.text(to, "measure", any.getMeasure().name());
            Json.text(to, "status", any.getStatus().name());
            Json.textIfAny(to, "item", any.getItem());
            Json.textIfAny(to, "place", any.getPlace());
            Json.text(to, "window", any.getWindow().getKind());
            Json.text(to, "from", any.getWindow().getFrom().toString());
            Json.text(to, "to", any.getWindow().getTo().toString());
            side(to, "a", difference.a(), difference.onlyA());
            side(to, "b", difference.b(), difference.onlyB());
        });
    }

    private static void side(
            com.fasterxml.jackson.core.JsonGenerator to,
            String name,
            Optional<TallyRecord> tally,
            java.util.Set<String> claims)
            throws java.io.IOException {
        to.writeFieldName(name);
        if (tally.isEmpty()) {
            to.writeNull();
            return;
        }
        Json.object(to, inner -> {
            inner.writeNumberField("low", tally.get().getLow());
            inner.writeNumberField("best", tally.get().getBest());
            if (tally.get().getHigh() != null) {
                inner.writeNumberField("high", tally.get().getHigh());
            }
            Json.text(inner, "grade", tally.get().getGrade());
            Json.texts(inner, "onlyHere", claims);
        });
    }
}
