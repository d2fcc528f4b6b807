package org.tollwatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tollwatch.replay.Changes;
import org.tollwatch.replay.Replay;
import org.tollwatch.replay.ReplayRequest;
import org.tollwatch.replay.ReplayState;

/** How far a replay is and how fast, and at its end what came of it. */
final class ReplayProgress {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Console console;
    private long before;
    private Instant began;
    private Instant told;

    ReplayProgress(Console console) {
        this.console = console;
    }

    /** Returns when it is over. */
    void follow(Replay replay, ReplayRequest request) {
        began = console.clock().instant();
        told = began;
        before = replay.state().taken();
        if (before > 0 && !replay.state().fed()) {
            console.out().println("Going on after " + Figures.number(before) + " reports.");
            console.flush();
        }
        try (ProgressBar bar = new ProgressBar(console)) {
            replay.await(state -> show(replay, state, bar));
        }
        end(request, replay.state());
        console.flush();
    }

    private void show(Replay replay, ReplayState state, ProgressBar bar) {
        Instant now = console.clock().instant();
        String rate = Figures.number(rate(state, now)) + "/s";
        bar.show(
                state.fed() ? "counting the last, " + rate : "replaying " + rate + at(replay.now()),
                state.looked(),
                state.total());
        if (!console.progress() && Duration.between(told, now).compareTo(EVERY) >= 0) {
            told = now;
            console.complain("replaying: " + Figures.number(state.looked()) + " of " + Figures.number(state.total())
                    + ", " + rate + at(replay.now()));
        }
    }

    private static String at(Instant event) {
        return event.equals(Instant.MIN) ? "" : ", as of " + event.truncatedTo(ChronoUnit.MINUTES);
    }

    private long rate(ReplayState state, Instant now) {
        long millis = Math.max(1, Duration.between(began, now).toMillis());
        return (state.taken() - before) * 1000 / millis;
    }

    private void end(ReplayRequest request, ReplayState state) {
        Instant now = console.clock().instant();
        console.out()
                .println("Replay '" + request.name().text() + "': " + Figures.number(state.taken())
                        + " reports under the policy " + request.policy().name()
                        + at(state.at())
                        + (state.taken() > before
                                ? "; " + Duration.between(began, now).toSeconds() + " s, "
                                        + Figures.number(rate(state, now)) + " a second"
                                : ""));
        LeftText.print(state.left(), console);
        if (request.reading().isPresent()) {
            changes(state.changes());
        }
        console.out()
                .println("Its tallies are on the topic "
                        + request.name().topics().tallies()
                        + ". Compare: tollwatch replay diff live "
                        + request.name().text());
    }

    private void changes(Changes changes) {
        console.out()
                .println("Texts read again: " + Figures.number(changes.read()) + "; read otherwise: "
                        + Figures.number(changes.changed()));
        if (changes.kept() > 0) {
            console.out()
                    .println("  " + Figures.number(changes.kept())
                            + " reports without a text, or with claims of their publisher's own, stay as they are");
        }
        if (changes.refused() > 0) {
            console.out()
                    .println("  " + Figures.number(changes.refused())
                            + " texts cannot be read by this version (language or conflict not known to it), and keep"
                            + " their claims");
        }
        if (!changes.sums().isEmpty()) {
            Table table = new Table(2, console.width(), 2, 3, 4, 5, 6);
            table.add("language", "claims", "before", "now", "added", "gone", "changed", "");
            changes.sums()
                    .forEach((kind, sum) -> table.add(
                            kind.language(),
                            kind.measure(),
                            Figures.number(sum.before()),
                            Figures.number(sum.now()),
                            Figures.number(sum.added()),
                            Figures.number(sum.gone()),
                            Figures.number(sum.changed()),
                            ""));
            table.print(console.out());
        }
    }
}
