package io.github.flexalerts.cli.input;

import static io.github.flexalerts.cli.input.Shape.FLAG;
import static io.github.flexalerts.cli.input.Shape.TEXT;
import static io.github.flexalerts.cli.input.Shape.WHOLE_NUMBER;
import static io.github.flexalerts.cli.input.Shape.list;
import static io.github.flexalerts.cli.input.Shape.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documented members of a rule that is sent. */
public final class RuleShape {
    public static final Shape THRESHOLDS =
            list(object(Map.of("threshold_type", TEXT, "threshold_operator", TEXT, "threshold_value", WHOLE_NUMBER)));

    private static final Shape RULE = object(Map.of(
            "rule_friendly_name", TEXT,
            "metric_id", TEXT,
            "task_channel_sid", TEXT,
            "task_queue_sids", list(TEXT),
            "active", FLAG,
            "rule_thresholds", THRESHOLDS,
            "notify_enabled", FLAG,
            "notify_severity", TEXT,
            "notify_duration", WHOLE_NUMBER,
            "notify_methods_id", TEXT));

    private RuleShape() {}

    /** Returns everything in a rule that is of another shape than documented. */
    static List<String> faults(@Nullable Object rule) {
        List<String> faults = new ArrayList<>();
        RULE.check("", rule, new Shape.Report() {
            @Override
            public void unknown(String path, Collection<String> known) {
                // Unknown members are left out with a note.
            }

            @Override
            public void wrong(String fault) {
                faults.add(fault);
            }
        });
        return faults;
    }
}
