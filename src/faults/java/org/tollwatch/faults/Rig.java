package org.tollwatch.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Three brokers, a registry, two or three instances, the load, and the undisturbed one to compare with. */
final class Rig implements AutoCloseable {

    static final double RATE = Double.parseDouble(System.getProperty("tollwatch.rate", "40"));
    private static final int SMALL_DISK_MEGABYTES = 200;
    private static final int INSTANCES = Integer.getInteger("tollwatch.instances", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Brokers brokers;
    final RegistryServer registry;
    final List<Instance> instances = new ArrayList<>();
    final Load load;
    final Path directory;
    private final Calm calm;
    private Optional<SmallDisk> instanceDisk = Optional.empty();
    private Prober prober;

    Rig(Path directory) throws Exception {
        this.directory = directory;
        registry = RegistryServer.prepare(directory.resolve("registry"));
        registry.start();
        brokers = Brokers.start(directory, INSTANCES);
        calm = new Calm(directory.resolve("calm"));
        for (int i = 0; i < INSTANCES; i++) {
            Instance instance =
                    new Instance(i, directory.resolve("instance-" + (i + 1)), brokers.addresses(i), registry.url());
            instances.add(instance);
            if (i == 0 && Brokers.isRoot()) {
                instanceDisk = Optional.of(SmallDisk.mount(instance.data(), SMALL_DISK_MEGABYTES));
            }
            instance.start();
        }
        awaitReady(instances);
        load = new Load(brokers.addresses(), registry.url());
    }

    private void awaitReady(Collection<Instance> which) {
        await().atMost(PATIENCE).until(() -> {
            for (Instance instance : which) {
                if (!instance.isRunning()) {
                    throw new AssertionError(instance + " ended: " + String.join("\n", instance.said()));
                }
                if (!instance.isReady()) {
                    return false;
                }
            }
            return true;
        });
    }

    /** One trial: load, the fault, what came of it. */
    Outcome.Trial trial(Fault fault) throws Exception {
        long began = System.nanoTime();
        begin();
        Duration recovery = fault.action().on(this);
        System.out.println("  " + fault.name() + ": recovered after " + recovery.toMillis() + " ms; now comparing");
        return end(recovery, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Asks all the time, and lets the load come; returns when all tell of it. */
    void begin() {
        load.nextMonth();
        prober = new Prober(load, instances);
        load.on(RATE);
        untilFresh(System.nanoTime(), instances);
    }

    /** Ends the load, and compares what came of it. */
    Outcome.Trial end(Duration recovery, Duration took) throws Exception {
        untilFresh(System.nanoTime(), instances);
        load.off();
        Compared compared = settled();
        prober.close();
        return new Outcome.Trial(
                recovery,
                compared,
                prober.right.get(),
                prober.told503.get(),
                List.copyOf(prober.wrong),
                List.copyOf(prober.older),
                took);
    }

    /** Answers are about one month, and would grow with each report. */
    void nextMonth() {
        load.nextMonth();
    }

    /**
     * Waits until each of these tells, on every way that reports take, of one that was sent after a moment.
     *
     * @return how long that was after the moment, by the last of them
     */
    Duration untilFresh(long since, Collection<Instance> which) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(which)
                        .allSatisfy(instance -> assertThat(prober.missing(instances.indexOf(instance), since))
                                .as("%s: ways of which nothing new is told", instance)
                                .isEmpty()));
        return Duration.ofNanos(System.nanoTime() - since);
    }

    List<Instance> allBut(Instance one) {
        return instances.stream().filter(other -> other != one).toList();
    }

    /** Of the first instance. */
    SmallDisk instanceDisk() {
        return instanceDisk.orElseThrow();
    }

    Prober prober() {
        return prober;
    }

    /** What every instance has in the end; what is not equal after a long time will not be. */
    private Compared settled() throws Exception {
        calm.count(load.reports());
        Compared all = new Compared(0, 0, 0);
        for (Instance instance : instances) {
            Compared last = new Compared(-1, -1, -1);
            for (long until = System.nanoTime() + Duration.ofMinutes(4).toNanos(); System.nanoTime() - until < 0; ) {
                Optional<Compared> now = Compared.of(Compared.of(instance), brokers.addresses(), calm);
                last = now.orElse(last);
                if (last.isEqual()) {
                    break;
                }
                Thread.sleep(500);
            }
            all = all.plus(last);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        if (load != null) {
            load.close();
        }
        for (Instance instance : instances) {
            instance.close();
        }
        if (instanceDisk.isPresent()) {
            instanceDisk.get().close();
        }
        brokers.close();
        registry.close();
        calm.close();
    }
}
