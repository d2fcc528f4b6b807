package org.tollwatch.replay;

import java.util.Optional;
import java.util.function.Consumer;
import org.tollwatch.ledger.Policy;

/**
 * What is to be replayed.
 *
 * @param published only reports that were published then
 * @param reading of the texts; empty: the claims are taken as they were read
 * @param changed told of every report that is read otherwise
 */
public record ReplayRequest(
        ReplayName name,
        Stretch published,
        Speed speed,
        Policy policy,
        Optional<ReReading> reading,
        Consumer<ReportChange> changed) {}
