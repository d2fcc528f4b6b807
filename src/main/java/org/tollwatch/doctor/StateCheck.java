package org.tollwatch.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Whether the stores here can be written, how large they are, and whether any are left of what is no more. */
record StateCheck(Admin admin, Path state) implements Check {

    @Override
    public String what() {
        return "state";
    }

    @Override
    public List<Finding> look() throws Exception {
        if (!Files.isDirectory(state)) {
            return List.of(Finding.ok(what(), "there is none at " + state + " yet; it is made from the topics"));
        }
        List<Finding> found = new ArrayList<>();
        Set<String> topics = admin.listTopics().names().get(TopicCheck.PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (Path application : applications()) {
            String name = application.getFileName().toString();
            String what = "state of " + name;
            String size = (size(application) >> 20) + " MiB";
            boolean known = topics.stream().anyMatch(topic -> topic.startsWith(name + "-"));
            if (!Files.isWritable(application)) {
                found.add(Finding.error(
                        what, application + " cannot be written", "Make it writable for whoever runs Tollwatch."));
            } else if (known) {
                found.add(Finding.ok(what, size));
            } else {
                found.add(Finding.warning(
                        what,
                        size + ", and there are no topics of it on this cluster",
                        "If it is of no other cluster, delete " + application + "."));
            }
        }
        return found;
    }

    private Set<Path> applications() throws IOException {
        try (Stream<Path> inside = Files.list(state)) {
            return new TreeSet<>(inside.filter(Files::isDirectory).toList());
        }
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            return inside.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a running service deletes files meanwhile
        }
    }
}
