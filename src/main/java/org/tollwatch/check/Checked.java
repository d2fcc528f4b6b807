package org.tollwatch.check;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about a file.
 *
 * @param kind empty when it could not be told
 * @param summary what is in it; "" when it could not be read
 * @param findings errors and hints, as they stand in the file
 */
public record Checked(Optional<Kind> kind, String summary, List<Finding> findings) {

    public Checked {
        findings = List.copyOf(findings);
    }

    /** Whether something in it must be mended. */
    public boolean failed() {
        return findings.stream().anyMatch(Finding::error);
    }
}
