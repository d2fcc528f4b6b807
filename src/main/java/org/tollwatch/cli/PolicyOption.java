package org.tollwatch.cli;

import java.util.List;
import org.tollwatch.data.DataFileException;
import org.tollwatch.ledger.Policy;
import picocli.CommandLine.Option;

/** Under which policy is reckoned. */
final class PolicyOption {

    static final String NAME = "--policy";

    @Option(
            names = NAME,
            paramLabel = "NAME|FILE",
            description = {
                "Reckon under this policy: default, acled, median, floor, or your own YAML file.",
                "Without it: default."
            })
    private String asked;

    boolean isAsked() {
        return asked != null;
    }

    /** As a running service knows it, which has those that come with Tollwatch; "" where none was asked for. */
    String name() {
        return asked == null ? "" : asked;
    }

    /** @throws DataFileException when there is no such policy, or its file is wrong */
    Policy policy() {
        return asked == null
                ? Policy.standard()
                : NamedPolicies.of(NAME, List.of(asked)).get(0);
    }
}
