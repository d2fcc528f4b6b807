package org.tollwatch.faults;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** What goes wrong with what is written, and with those who keep it. */
final class DataFaults {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private DataFaults() {}

    static Duration registryDown(Rig rig) throws Exception {
        int schema = rig.load.registerNewer("editor" + Faults.RANDOM.nextInt(1_000_000));
        rig.registry.kill();
        rig.load.writeNewer(schema);
        // Nobody knows the schema, so all wait for the registry.
        for (Instance instance : rig.instances) {
            awaitSaid(instance, "does not answer");
        }
        long healed = System.nanoTime();
        rig.registry.start();
        Duration recovery = rig.untilFresh(healed, rig.instances);
        rig.load.writeAsBefore();
        return recovery;
    }

    static Duration registryDownAtStart(Rig rig) throws Exception {
        Instance victim = Faults.any(rig);
        victim.process().kill();
        rig.registry.kill();
        victim.start();
        awaitSaid(victim, "does not answer");
        long healed = System.nanoTime();
        rig.registry.start();
        return rig.untilFresh(healed, rig.instances);
    }

    static Duration poison(Rig rig) throws Exception {
        long struck = System.nanoTime();
        byte[] key = (Faults.POISON + struck).getBytes(StandardCharsets.UTF_8);
        byte[] garbage = "this is no record".getBytes(StandardCharsets.UTF_8);
        for (TopicDescription topic : topics(rig)) {
            rig.load.poison(topic.name(), 0, key, garbage);
            rig.load.poison(topic.name(), 0, key, new byte[] {0, 0, 0, 18, 103, 7});
        }
        return rig.untilFresh(struck, rig.instances);
    }

    /** All but Kafka's own, and the changelogs, which are the stores themselves. */
    private static List<TopicDescription> topics(Rig rig) throws Exception {
        try (Admin admin = rig.brokers.admin()) {
            return Brokers.topics(admin).stream()
                    .filter(topic -> !topic.isInternal() && !topic.name().endsWith("-changelog"))
                    .toList();
        }
    }

    static Duration fillDisk(Rig rig) throws Exception {
        Instance victim = rig.instances.get(0);
        victim.process().kill();
        long struck = System.nanoTime();
        rig.instanceDisk().fill();
        victim.start();
        Duration recovery = rig.untilFresh(struck, rig.allBut(victim));
        awaitSaid(victim, "the disk is full");
        victim.process().kill();
        rig.instanceDisk().free();
        victim.start();
        return recovery;
    }

    /** Since it was last told to start. */
    private static void awaitSaid(Instance instance, String words) {
        await().atMost(PATIENCE).until(() -> instance.saidSinceStart().stream().anyMatch(line -> line.contains(words)));
    }
}
