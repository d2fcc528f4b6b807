package org.tollwatch.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.tollwatch.report.AlertRecord;

/** Counts what the rules tell, by rule, tier and what is told. History that is not sent to anybody is counted apart. */
final class Firings {

    private final MeterRegistry meters;

    Firings(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(AlertRecord record) {
        Alert alert = AlertRecords.toAlert(record);
        Counter.builder("tollwatch.alerts.told")
                .description("What alert rules told: by rule, tier and event; live, or found in old reports")
                .tag("rule", alert.rule())
                .tag("tier", label(alert.tier()))
                .tag("event", label(alert.event()))
                .tag("live", Boolean.toString(alert.live()))
                .register(meters)
                .increment();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
