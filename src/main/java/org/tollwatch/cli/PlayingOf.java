package org.tollwatch.cli;

import org.tollwatch.replay.Replay;
import org.tollwatch.replay.ReplayRequest;
import org.tollwatch.replay.ReplayState;
import org.tollwatch.serve.Playing;

/** What the dashboard of a replay says of it. */
record PlayingOf(Replay replay, ReplayRequest request) {

    Playing now() {
        ReplayState state = replay.state();
        return new Playing(
                request.name().text(),
                request.speed().toString(),
                request.policy().name(),
                replay.now(),
                state.taken(),
                state.fed());
    }
}
