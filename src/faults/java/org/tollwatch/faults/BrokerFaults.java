package org.tollwatch.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.tollwatch.stream.Topics;

/** What goes wrong with brokers, and on the way to them. */
final class BrokerFaults {

    private static final int PARTITIONS = 4;

    private BrokerFaults() {}

    static Duration kill(Rig rig) throws Exception {
        return kill(rig, Faults.RANDOM.nextInt(Brokers.COUNT));
    }

    private static Duration kill(Rig rig, int broker) throws Exception {
        long struck = System.nanoTime();
        rig.brokers.process(broker).kill();
        Duration recovery = rig.untilFresh(struck, rig.instances);
        rig.brokers.start(broker);
        rig.brokers.awaitWhole();
        return recovery;
    }

    static Duration killLeaders(Rig rig) throws Exception {
        Duration longest = Duration.ZERO;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Duration recovery = kill(rig, rig.brokers.leader(Topics.REPORTS, partition));
            longest = recovery.compareTo(longest) > 0 ? recovery : longest;
        }
        return longest;
    }

    static Duration cutOff(Rig rig) throws Exception {
        Instance victim = Faults.any(rig);
        long struck = System.nanoTime();
        rig.brokers.ways(rig.instances.indexOf(victim)).forEach(Proxy::cut);
        Duration recovery = rig.untilFresh(struck, rig.allBut(victim));
        rig.brokers.ways(rig.instances.indexOf(victim)).forEach(Proxy::heal);
        return recovery;
    }

    static Duration cutOne(Rig rig) throws Exception {
        Instance victim = Faults.any(rig);
        Proxy way = rig.brokers.ways(rig.instances.indexOf(victim)).get(Faults.RANDOM.nextInt(Brokers.COUNT));
        way.cut();
        Thread.sleep(Duration.ofSeconds(20).toMillis()); // longer than a session and than most patience
        long healed = System.nanoTime();
        way.heal();
        return rig.untilFresh(healed, rig.instances);
    }

    /** Kafka ends a broker that cannot write; the others go on. */
    static Duration fillDisk(Rig rig) throws Exception {
        int broker = Brokers.ON_SMALL_DISK;
        SmallDisk disk = rig.brokers.smallDisk();
        long struck = System.nanoTime();
        disk.fill();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !rig.brokers.process(broker).isAlive());
        Duration recovery = rig.untilFresh(struck, rig.instances);
        disk.free();
        rig.brokers.start(broker);
        rig.brokers.awaitWhole();
        return recovery;
    }
}
