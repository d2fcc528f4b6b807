package org.tollwatch.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Three brokers, each also a controller, each in a process of its own. The tests reach them directly, each instance by ways of
 * its own, so that one instance can be cut off and no one else.
 */
final class Brokers implements AutoCloseable {

    static final int COUNT = 3;
    /** Its data are on a disk that can be filled. */
    static final int ON_SMALL_DISK = 2;

    private static final int SMALL_DISK_MEGABYTES = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final Jvm[] running = new Jvm[COUNT];
    private final int[] ports = new int[COUNT];
    private final List<List<Proxy>> ways = new ArrayList<>();
    private Optional<SmallDisk> smallDisk = Optional.empty();

    private Brokers(Path directory) {
        this.directory = directory;
    }

    /** @param instances how many have ways of their own */
    static Brokers start(Path directory, int instances) throws Exception {
        Brokers brokers = new Brokers(directory);
        String cluster = Uuid.randomUuid().toString();
        int[] controllers = new int[COUNT];
        int[][] listeners = new int[COUNT][instances];
        for (int b = 0; b < COUNT; b++) {
            brokers.ports[b] = freePort();
            controllers[b] = freePort();
            for (int i = 0; i < instances; i++) {
                listeners[b][i] = freePort();
            }
        }
        for (int i = 0; i < instances; i++) {
            List<Proxy> ofInstance = new ArrayList<>();
            for (int b = 0; b < COUNT; b++) {
                ofInstance.add(Proxy.start(listeners[b][i]));
            }
            brokers.ways.add(ofInstance);
        }
        if (isRoot()) {
            brokers.smallDisk = Optional.of(SmallDisk.mount(brokers.data(ON_SMALL_DISK), SMALL_DISK_MEGABYTES));
        }
        for (int b = 0; b < COUNT; b++) {
            brokers.prepare(b, cluster, controllers, listeners[b]);
            brokers.start(b);
        }
        brokers.awaitWhole();
        return brokers;
    }

    private void prepare(int broker, String cluster, int[] controllers, int[] listeners) throws IOException {
        Path data = Files.createDirectories(data(broker));
        Properties p = new Properties();
        StringBuilder at = new StringBuilder("DIRECT://127.0.0.1:" + ports[broker]);
        StringBuilder told = new StringBuilder(at);
        StringBuilder protocols = new StringBuilder("DIRECT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        for (int i = 0; i < listeners.length; i++) {
            at.append(",I" + i + "://127.0.0.1:" + listeners[i]);
            told.append(",I" + i + "://127.0.0.1:" + ways.get(i).get(broker).port());
            protocols.append(",I" + i + ":PLAINTEXT");
        }
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(broker + 1));
        p.put(
                "controller.quorum.voters",
                IntStream.range(0, COUNT)
                        .mapToObj(b -> (b + 1) + "@127.0.0.1:" + controllers[b])
                        .collect(Collectors.joining(",")));
        p.put("listeners", at + ",CONTROLLER://127.0.0.1:" + controllers[broker]);
        p.put("advertised.listeners", told.toString());
        p.put("listener.security.protocol.map", protocols.toString());
        p.put("controller.listener.names", "CONTROLLER");
        p.put("inter.broker.listener.name", "DIRECT");
        p.put("log.dirs", data.toString());
        p.put("auto.create.topics.enable", "false");
        // The brokers' own topics as on any cluster of three; all other settings are Kafka's defaults, also one copy of
        // a
        // topic whose maker does not ask for more.
        p.put("offsets.topic.replication.factor", "3");
        p.put("transaction.state.log.replication.factor", "3");
        p.put("transaction.state.log.min.isr", "2");
        p.put("share.coordinator.state.topic.replication.factor", "3");
        p.put("share.coordinator.state.topic.min.isr", "2");
        // Fifty partitions each by default: three brokers on two processors would do little else.
        p.put("offsets.topic.num.partitions", "5");
        p.put("transaction.state.log.num.partitions", "5");
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        try (OutputStream out = Files.newOutputStream(settings(broker))) {
            p.store(out, null);
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(broker + 1)
                    .setClusterId(cluster)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .setDirectories(List.of(data.toString()))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) { // Formatter.run declares no less
            throw new IOException("cannot format " + data, e);
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    SmallDisk smallDisk() {
        return smallDisk.orElseThrow();
    }

    Path data(int broker) {
        return directory.resolve("broker-" + (broker + 1));
    }

    private Path settings(int broker) {
        return directory.resolve("broker-" + (broker + 1) + ".properties");
    }

    void start(int broker) throws IOException {
        running[broker] = Jvm.start(
                400,
                List.of(
                        "-Dlogback.configurationFile="
                                + Path.of("src/faults/resources/broker-logback.xml")
                                        .toAbsolutePath(),
                        "kafka.Kafka",
                        settings(broker).toString()),
                directory,
                directory.resolve("broker-" + (broker + 1) + ".log"));
    }

    Jvm process(int broker) {
        return running[broker];
    }

    /** The ways of one instance, by broker. */
    List<Proxy> ways(int instance) {
        return ways.get(instance);
    }

    /** For the tests. */
    String addresses() {
        return IntStream.of(ports).mapToObj(p -> "127.0.0.1:" + p).collect(Collectors.joining(","));
    }

    String addresses(int instance) {
        return ways.get(instance).stream().map(way -> "127.0.0.1:" + way.port()).collect(Collectors.joining(","));
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", addresses()));
    }

    /** Until all brokers are there, and every copy of every partition has caught up. */
    void awaitWhole() {
        try (Admin admin = admin()) {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> isWhole(admin));
        }
    }

    private static boolean isWhole(Admin admin) throws Exception {
        return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == COUNT
                && topics(admin).stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(p -> p.leader() != null
                                && p.isr().size() == p.replicas().size());
    }

    static Collection<TopicDescription> topics(Admin admin) throws Exception {
        var names = admin.listTopics(new org.apache.kafka.clients.admin.ListTopicsOptions().listInternal(true))
                .names()
                .get(5, TimeUnit.SECONDS);
        return admin.describeTopics(names)
                .allTopicNames()
                .get(5, TimeUnit.SECONDS)
                .values();
    }

    /** Which broker leads a partition now, from 0. */
    int leader(String topic, int partition) throws Exception {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get(10, TimeUnit.SECONDS)
                            .get(topic)
                            .partitions()
                            .get(partition)
                            .leader()
                            .id()
                    - 1;
        }
    }

    /** Below those that connections are given: one that is free now stays so until its server starts, and starts again. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Another one, then.
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (List<Proxy> ofInstance : ways) {
            for (Proxy way : ofInstance) {
                way.close();
            }
        }
        for (Jvm broker : running) {
            if (broker != null) {
                broker.kill();
            }
        }
        if (smallDisk.isPresent()) {
            smallDisk.get().close();
        }
    }
}
