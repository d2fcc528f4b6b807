package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import org.tollwatch.ledger.Policy;
import org.tollwatch.policy.Policies;

/** The policies behind the names and files of a command line. */
final class NamedPolicies {

    private NamedPolicies() {}

    /**
     * In the order given.
     *
     * @param option where they were asked for, for messages
     * @param asked names of policies that come with Tollwatch, or paths of files
     * @throws DataFileException when there is no such policy, its file is wrong, or two files share a name
     */
    static List<Policy> of(String option, List<String> asked) {
        Policies known = Policies.bundled();
        List<Policy> policies = new ArrayList<>();
        for (String word : asked.stream().distinct().toList()) {
            if (known.byName(word).isEmpty()) {
                Policies more = known.with(file(option, word, known));
                policies.add(more.all().get(more.all().size() - 1));
                known = more;
            } else {
                policies.add(known.byName(word).get());
            }
        }
        return policies;
    }

    private static Path file(String option, String asked, Policies known) {
        if (DataFiles.exists(asked)) {
            return Path.of(asked);
        }
        throw new DataFileException(
                option + " " + asked,
                0,
                "",
                "no policy has this name, and no file this name. Known are: " + String.join(", ", known.names()));
    }
}
