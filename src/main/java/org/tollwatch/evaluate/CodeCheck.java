package org.tollwatch.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Whether the parties that a claims file names are known to the conflict of the text. */
final class CodeCheck {

    private final Map<String, Codes> codes;

    CodeCheck(Conflicts conflicts) {
        codes = conflicts.all().stream().collect(Collectors.toMap(Conflict::id, c -> new Codes(Optional.of(c))));
    }

    /** Refuses nobody where the conflict is not said, or not known: its parties cannot be looked up. */
    void check(Fields line, Optional<String> conflict) {
        conflict.map(codes::get).ifPresent(known -> {
            for (String field : List.of("party", "target", "claimantSide")) {
                line.get(field).filter(ClaimLine::told).ifPresent(node -> check(node, known, conflict.get()));
            }
        });
    }

    private static void check(Node node, Codes codes, String conflict) {
        if (codes.id(node.text()).isEmpty()) {
            throw node.at()
                    .problem("'" + node.text() + "' is no party, state or speaker of the conflict " + conflict
                            + ", and is compared as it stands. Write an id or a name of its file, an ISO 3166 alpha-3"
                            + " code, '*' for all sides, or null");
        }
    }
}
