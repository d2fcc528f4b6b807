package org.tollwatch.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A single-node KRaft broker in this JVM. */
final class Broker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final int ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * @param directory holds the log; formatted when it is new
     * @param port 0 for any free one
     */
    static Broker start(Path directory, int port) {
        format(directory);
        sayWhyItEnds(directory);
        if (port != 0) {
            Ports.requireFree(port);
        }
        for (int attempt = 1; ; attempt++) {
            // Another process may take a free port between the look and the listening.
            int brokerPort = port == 0 ? Ports.free() : port;
            int controllerPort = Ports.free();
            try {
                Map<String, String> config = config(directory, brokerPort, controllerPort);
                return new Broker(underRootLocale(() -> started(config)), brokerPort);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !bindFailed(e)) {
                    throw new LocalClusterException(
                            "The local Kafka broker did not start in " + directory + " (" + e.getMessage()
                                    + "). Check that the disk has space and that nothing else uses the directory.",
                            e);
                }
            }
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static KafkaRaftServer started(Map<String, String> config) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    /** When its disk is full or broken Kafka ends the process, and without its log nobody would know why. */
    private static void sayWhyItEnds(Path directory) {
        Exit.Procedure ending = (status, message) -> {
            LOG.error(
                    "The local Kafka broker cannot go on ({} MiB are left on the disk of {}). Free some space or choose a"
                            + " directory on another disk, then run again: what was taken in before is kept.",
                    directory.toFile().getUsableSpace() >> 20,
                    directory);
            Runtime.getRuntime().halt(status == 0 ? 1 : status);
        };
        Exit.setHaltProcedure(ending);
        Exit.setExitProcedure(ending);
    }

    private static boolean bindFailed(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.BindException
                    || String.valueOf(cause.getMessage()).contains("failed to bind")) {
                return true;
            }
        }
        return false;
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .setDirectories(List.of(directory.toString()))
                    .setIgnoreFormatted(true)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) { // Formatter.run declares no less
            throw new LocalClusterException(
                    "Cannot prepare " + directory + " for the local Kafka broker (" + e.getMessage()
                            + "). Check that it is writable and that the disk has space.",
                    e);
        }
    }

    private static Map<String, String> config(Path directory, int port, int controllerPort) {
        Map<String, String> p = new TreeMap<>();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("inter.broker.listener.name", "PLAINTEXT");
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("log.dirs", directory.toString());
        // The archive is kept for ever; nothing here expires by the broker's own default.
        p.put("log.retention.hours", "-1");
        p.put("auto.create.topics.enable", "false");
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        // One application uses this broker: fifty partitions of bookkeeping would only cost start-up.
        p.put("offsets.topic.num.partitions", "1");
        p.put("transaction.state.log.num.partitions", "2");
        p.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.min.session.timeout.ms", "1000");
        // After a kill the old registration must expire before the broker is itself again: 4 s instead of 12.
        p.put("broker.session.timeout.ms", "2000");
        p.put("broker.heartbeat.interval.ms", "500");
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "4");
        p.put("background.threads", "2");
        // 128 MiB by default, taken from the same heap as everything else in this JVM.
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        return p;
    }

    /** Kafka 4.3.1 upper-cases "classic" in the default locale, and in Turkish that is no name of anything. */
    private static <T> T underRootLocale(Supplier<T> work) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return work.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}
