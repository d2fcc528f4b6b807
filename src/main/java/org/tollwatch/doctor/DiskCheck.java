package org.tollwatch.doctor;

import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** How much space is left where the state lies, and where the brokers' logs lie. */
record DiskCheck(Admin admin, Path directory, boolean elsewhere) implements Check {

    private static final long LEAST = 64L << 20;
    private static final long LITTLE = 2L << 30;
    private static final double SHARE = 0.1;

    @Override
    public String what() {
        return "disk";
    }

    @Override
    public List<Finding> look() throws Exception {
        List<Finding> found = new ArrayList<>();
        Path at = directory.toAbsolutePath();
        while (!Files.exists(at)) {
            at = at.getParent();
        }
        FileStore store = Files.getFileStore(at);
        found.add(judge("disk of " + directory, store.getUsableSpace(), store.getTotalSpace()));
        if (elsewhere) {
            brokers(found);
        }
        return found;
    }

    private void brokers(List<Finding> found) throws Exception {
        List<Integer> nodes =
                admin.describeCluster().nodes().get(TopicCheck.PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                        .map(Node::id)
                        .sorted()
                        .toList();
        admin.describeLogDirs(nodes)
                .allDescriptions()
                .get(TopicCheck.PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach((node, directories) -> directories.forEach((path, described) -> {
                    String what = "disk of broker " + node + ", " + path;
                    OptionalLong usable = described.usableBytes();
                    OptionalLong total = described.totalBytes();
                    found.add(
                            usable.isPresent() && total.isPresent()
                                    ? judge(what, usable.getAsLong(), total.getAsLong())
                                    : Finding.unknown(what, "the broker does not tell"));
                }));
    }

    private static Finding judge(String what, long free, long total) {
        String detail = (free >> 20) + " MiB of " + (total >> 20) + " are free";
        String todo = "Free some space or move to a larger disk; a full one stops the counting, and loses nothing.";
        if (free < LEAST) {
            return Finding.error(what, detail + ", and Tollwatch does not start with less than 64", todo);
        }
        return free < LITTLE && free < total * SHARE ? Finding.warning(what, detail, todo) : Finding.ok(what, detail);
    }
}
