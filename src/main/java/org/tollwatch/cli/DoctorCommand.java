package org.tollwatch.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tollwatch.ask.Json;
import org.tollwatch.doctor.Doctor;
import org.tollwatch.doctor.Finding;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether anything is about to be lost. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at topics, retention, times, schemas, clocks, disks and state, and says what to do. Changes nothing; to",
            "compare clocks it makes a topic and deletes it again. Exit status: 0 all is well, 3 something deserves a look",
            "or cannot be checked, 1 something is or will be lost."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "One JSON line a finding.")
    private boolean json;

    @Mixin
    private DataOption data;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            List<Finding> found = Doctor.examine(
                    new Doctor.Patient(at, data.directory(), data.state(), data.isElsewhere(), console.clock()));
            found.forEach(this::print);
            console.flush();
            return status(found);
        }
    }

    private void print(Finding finding) {
        String level = finding.level().name().toLowerCase(Locale.ROOT);
        if (json) {
            console.out().println(Json.line(to -> {
                Json.text(to, "what", finding.what());
                Json.text(to, "level", level);
                Json.text(to, "detail", finding.detail());
                Json.textIfAny(to, "do", finding.todo());
            }));
            return;
        }
        console.out().println(DisplayWidth.pad(level, 9) + finding.what() + ": " + finding.detail());
        if (!finding.todo().isEmpty()) {
            Table.wrap(finding.todo(), console.width() - 9)
                    .forEach(line -> console.out().println(" ".repeat(9) + line));
        }
    }

    private static int status(List<Finding> found) {
        Finding.Level worst = found.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Finding.Level.OK);
        return switch (worst) {
            case OK -> ExitStatus.OK;
            case UNKNOWN, WARNING -> ExitStatus.REJECTED;
            case ERROR -> ExitStatus.FAILED;
        };
    }
}
