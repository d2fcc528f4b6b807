package org.tollwatch.serve;

import java.util.Optional;
import org.tollwatch.alert.AlertService;
import org.tollwatch.gather.FeedService;

/**
 * What runs beside the counting.
 *
 * @param alerts empty where there are no rules
 * @param feeds empty where no feed is looked at
 */
public record Beside(Optional<AlertService> alerts, Optional<FeedService> feeds) {

    /** Nothing. */
    public static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());
}
