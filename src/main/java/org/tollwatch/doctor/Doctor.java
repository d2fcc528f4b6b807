package org.tollwatch.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.StreamException;

/** All checks, one after the other; one that cannot be made stops no other. */
public final class Doctor {

    private Doctor() {}

    /**
     * What there is to be asked.
     *
     * @param state where the directories of state are
     * @param elsewhere whether the brokers are on disks of their own
     */
    public record Patient(Cluster cluster, Path data, Path state, boolean elsewhere, Clock clock) {}

    public static List<Finding> examine(Patient patient) {
        try (Admin admin = Admin.create(
                patient.cluster().with(Map.of("default.api.timeout.ms", 15_000, "request.timeout.ms", 10_000)))) {
            List<Finding> found = new ArrayList<>();
            int brokers = brokers(admin, patient, found);
            List<Check> checks = new ArrayList<>();
            if (brokers > 0) {
                checks.add(new TopicCheck(admin, brokers));
                checks.add(new TimestampCheck(admin, patient.cluster(), patient.clock()));
                checks.add(new SkewCheck(admin, patient.cluster(), patient.clock()));
                checks.add(new StateCheck(admin, patient.state()));
            }
            checks.add(new SchemaCheck(patient.cluster()));
            checks.add(new DiskCheck(admin, patient.data(), patient.elsewhere() && brokers > 0));
            checks.forEach(check -> found.addAll(look(check)));
            return found;
        }
    }

    /** 0 when none answers. */
    private static int brokers(Admin admin, Patient patient, List<Finding> found) {
        try {
            int count =
                    admin.describeCluster().nodes().get(20, TimeUnit.SECONDS).size();
            found.add(Finding.ok("broker", patient.cluster() + " answers; brokers: " + count));
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (Exception e) {
            found.add(Finding.error(
                    "broker",
                    patient.cluster() + " does not answer (" + StreamException.rootOf(e) + ")",
                    "Start it, or check the address. Topics, times, clocks and state were not looked at."));
            return 0;
        }
    }

    private static List<Finding> look(Check check) {
        try {
            return check.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.unknown(check.what(), "it was interrupted"));
        } catch (Exception e) { // whatever it met, the others are looked at
            return List.of(Finding.unknown(check.what(), StreamException.rootOf(e)));
        }
    }
}
