package org.tollwatch.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What goes wrong, one by one. */
final class Faults {

    /** Keys of records that belong nowhere begin so. */
    static final String POISON = "poison";

    static final Random RANDOM = new Random(20260923);

    private Faults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("kill-instance", "an instance is killed (kill -9)", Faults::killInstance),
                new Fault(
                        "hang-instance",
                        "an instance hangs (SIGSTOP), and goes on after others took over",
                        Faults::hang),
                new Fault("state-lost", "an instance is killed, and its directory is lost", Faults::loseState),
                new Fault(
                        "rolling",
                        "all instances are stopped and started one by one, a newer schema in between",
                        Faults::roll),
                new Fault("kill-broker", "a broker is killed, and started again", BrokerFaults::kill),
                new Fault("leaders", "the leader of each partition of reports is killed", BrokerFaults::killLeaders),
                new Fault("cut-off", "an instance is cut off from all brokers", BrokerFaults::cutOff),
                new Fault("cut-one", "an instance is cut off from one broker", BrokerFaults::cutOne),
                new Fault("disk-full-broker", "the disk of a broker is full", BrokerFaults::fillDisk),
                new Fault("disk-full-instance", "the disk of an instance is full when it starts", DataFaults::fillDisk),
                new Fault(
                        "registry-down",
                        "the registry is down, and reports come with a new schema",
                        DataFaults::registryDown),
                new Fault(
                        "registry-start",
                        "the registry is down when an instance starts",
                        DataFaults::registryDownAtStart),
                new Fault("poison", "a record that is none on every topic", DataFaults::poison));
    }

    static Instance any(Rig rig) {
        return rig.instances.get(RANDOM.nextInt(rig.instances.size()));
    }

    private static Duration killInstance(Rig rig) throws Exception {
        Instance victim = any(rig);
        long struck = System.nanoTime();
        victim.process().kill();
        Duration recovery = rig.untilFresh(struck, rig.allBut(victim));
        victim.start();
        return recovery;
    }

    private static Duration hang(Rig rig) throws Exception {
        Instance victim = any(rig);
        long struck = System.nanoTime();
        victim.process().freeze();
        Duration recovery = rig.untilFresh(struck, rig.allBut(victim));
        victim.process().thaw();
        return recovery;
    }

    private static Duration roll(Rig rig) throws Exception {
        Duration longest = Duration.ZERO;
        for (Instance instance : rig.instances) {
            long struck = System.nanoTime();
            instance.process().stop();
            instance.start();
            Duration recovery = rig.untilFresh(struck, rig.instances);
            longest = recovery.compareTo(longest) > 0 ? recovery : longest;
            if (instance == rig.instances.get(0)) {
                rig.load.writeNewer(rig.load.registerNewer("editor" + RANDOM.nextInt(1_000_000)));
            }
        }
        rig.load.writeAsBefore();
        return longest;
    }

    private static Duration loseState(Rig rig) throws Exception {
        Instance victim = any(rig);
        victim.process().kill();
        remove(victim.data(), false);
        long struck = System.nanoTime();
        victim.start();
        return rig.untilFresh(struck, rig.instances);
    }

    /** Makes it, or removes what an earlier run left in it. */
    static void empty(Path directory) throws Exception {
        if (Files.exists(directory)) {
            SmallDisk.unmountAll(directory);
            remove(directory);
        }
        Files.createDirectories(directory);
    }

    private static void remove(Path directory) throws IOException {
        remove(directory, true);
    }

    /** @param itself or only what is in it: it may be the root of a disk */
    private static void remove(Path directory, boolean itself) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> itself || !file.equals(directory))
                    .forEach(Faults::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
