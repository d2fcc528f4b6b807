package org.tollwatch.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ask.Json;
import org.tollwatch.replay.ReportChange;
import org.tollwatch.report.ReportedClaim;

/** A line for every report that is read otherwise. */
final class ChangeFile implements AutoCloseable {

    private final Optional<BufferedWriter> file;

    private ChangeFile(Optional<BufferedWriter> file) {
        this.file = file;
    }

    /** @throws CommandFailure when it cannot be written */
    static ChangeFile of(Optional<Path> path) {
        return new ChangeFile(path.map(file -> {
            try {
                return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new CommandFailure("--changes " + file + " cannot be written (" + e + ")", e);
            }
        }));
    }

    void add(ReportChange change) {
        file.ifPresent(to -> {
            try {
                to.write(line(change));
                to.newLine();
                to.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String line(ReportChange change) {
        return Json.line(to -> {
            Json.text(to, "report", change.before().getId());
            Json.textIfAny(to, "url", change.before().getUrl());
            Json.text(to, "language", change.now().getLanguage());
            if (change.otherConflict()) {
                Json.text(to, "conflictBefore", change.before().getConflict());
                Json.text(to, "conflict", change.now().getConflict());
            }
            claims(to, "added", change.added());
            claims(to, "gone", change.gone());
            to.writeArrayFieldStart("changed");
            for (ReportChange.Otherwise each : change.changed()) {
                Json.object(to, pair -> {
                    Json.field(pair, "before", inner -> claim(inner, each.before()));
                    Json.field(pair, "now", inner -> claim(inner, each.now()));
                });
            }
            to.writeEndArray();
        });
    }

    private static void claims(JsonGenerator to, String name, List<ReportedClaim> claims) throws IOException {
        to.writeArrayFieldStart(name);
        for (ReportedClaim claim : claims) {
            Json.object(to, inner -> claim(inner, claim));
        }
        to.writeEndArray();
    }

    private static void claim(JsonGenerator to, ReportedClaim claim) throws IOException {
        Json.text(to, "id", claim.getId());
        Json.text(to, "measure", claim.getMeasure().name());
        Json.text(to, "party", claim.getParty());
        Json.text(to, "status", claim.getStatus().name());
        to.writeNumberField("low", claim.getLow());
        to.writeNumberField("best", claim.getBest());
        if (claim.getHigh() != null) {
            to.writeNumberField("high", claim.getHigh());
        }
        Json.text(to, "from", claim.getPeriod().getFrom().toString());
        Json.text(to, "to", claim.getPeriod().getTo().toString());
        Json.text(to, "claimant", claim.getClaimant().getName());
        Json.text(to, "quote", claim.getQuote());
    }

    @Override
    public void close() {
        file.ifPresent(to -> {
            try {
                to.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
