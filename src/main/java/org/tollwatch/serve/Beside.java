package org.tollwatch.serve;

import java.util.Optional;
import org.tollwatch.alert.AlertService;
import org.tollwatch.gather.FeedService;
import org.tollwatch.gather.PushDesk;

/**
 * What runs beside the counting.
 *
 * @param alerts empty where there are no rules
 * @param feeds empty where no feed is looked at
 * @param pushes empty where nobody may push
 */
public record Beside(Optional<AlertService> alerts, Optional<FeedService> feeds, Optional<PushDesk> pushes) {

    /** Nothing. */
    public static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty(), Optional.empty());
}
