package org.tollwatch.gather;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;
import org.tollwatch.data.YamlFile;

/** Reads a file of feeds; the first mistake met is reported. */
public final class FeedsFile {

    static final String GUIDE = "docs/feeds.md";

    private static final String SETS = "feeds";
    private static final int MOST = 5_000;

    private final Conflicts conflicts;
    private final Path folder;

    private FeedsFile(Conflicts conflicts, Path folder) {
        this.conflicts = conflicts;
        this.folder = folder;
    }

    /**
     * @param conflicts that feeds may name
     * @throws DataFileException naming the first mistake: file, line, field, and what to do
     */
    public static Feeds read(Path file, Conflicts conflicts) {
        Path folder = file.toAbsolutePath().getParent();
        return new FeedsFile(conflicts, folder).read(file.toString(), DataFiles.read(file), true);
    }

    /** The names of the sets that come with Tollwatch. */
    public static List<String> sets() {
        return DataFiles.bundled(SETS).stream()
                .map(name -> name.replaceFirst("\\.yaml$", ""))
                .toList();
    }

    /** One of the sets that come with Tollwatch. */
    public static Feeds set(String name, Conflicts conflicts) {
        String file = name + ".yaml";
        return new FeedsFile(conflicts, Path.of("")).read(SETS + "/" + file, DataFiles.bundled(SETS, file), false);
    }

    private Feeds read(String file, byte[] bytes, boolean mayNameSets) {
        Fields root = YamlFile.read(file, bytes, GUIDE).fields();
        root.only("sets", "feeds", "every", "pause", "user-agent");
        FeedReader reader = new FeedReader(conflicts, folder, root);
        Map<String, Feed> all = new LinkedHashMap<>();
        for (Node set : mayNameSets ? root.list("sets") : List.<Node>of()) {
            for (Feed feed :
                    set(set.reference(sets(), "set of feeds"), conflicts).all()) {
                all.put(feed.name(), reader.with(feed));
            }
        }
        root.get("feeds")
                .ifPresent(section -> section.fields().byKey().forEach((name, node) -> {
                    if (all.put(name, reader.feed(name, node.fields())) != null) {
                        throw node.at()
                                .problem("'" + name + "' is in a set too. Give it another name, or leave the set out");
                    }
                }));
        if (all.isEmpty() || all.size() > MOST) {
            throw root.at().problem("has " + all.size() + " feeds. Name 1 to " + MOST + ", or a set of them");
        }
        Duration pause = Amounts.duration(root, "pause", Duration.ofSeconds(1), Duration.ZERO, Duration.ofMinutes(10));
        return new Feeds(new ArrayList<>(all.values()), pause);
    }
}
