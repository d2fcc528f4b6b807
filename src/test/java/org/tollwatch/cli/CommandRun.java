package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** A command run in this process, as in a pipe, on a day in May 2024. */
record CommandRun(int status, String out, String err) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);

    static CommandRun of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(out, err, CLOCK);
        String[] words = Arrays.stream(args)
                .map(arg -> arg instanceof Path path ? path.toString() : arg.toString())
                .toArray(String[]::new);
        int status = Commands.line(console).execute(words);
        console.flush();
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Itself; when it failed, what it said is the reason. */
    CommandRun succeeded() {
        assertThat(status).as(err).isZero();
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
