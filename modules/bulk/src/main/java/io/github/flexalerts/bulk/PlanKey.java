package io.github.flexalerts.bulk;

import io.github.flexalerts.core.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A field of the natural key, by which a plan matches a desired rule with a rule of the target. */
public enum PlanKey {
    /** The friendly name. */
    NAME,
    /** The metric. */
    METRIC,
    /** The task channel. */
    CHANNEL,
    /** The task queues, in any order. */
    QUEUES;

    /**
     * Reads the name of a field.
     *
     * @param text the name, in any case
     * @return the field
     * @throws IllegalArgumentException if there is no such field; the message names all fields
     */
    public static PlanKey parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a key must be one of " + String.join(", ", names()) + ", was '" + text.strip() + "'");
        }
    }

    /**
     * Returns the natural key of a rule.
     *
     * @param fields the fields of the key
     * @param spec the rule
     * @return a fingerprint of these fields
     */
    static Fingerprint of(Set<PlanKey> fields, RuleSpec spec) {
        List<String> parts = new ArrayList<>();
        for (PlanKey field : values()) {
            if (fields.contains(field)) {
                parts.add(field.value(spec));
            }
        }
        return Fingerprint.of(String.join("\u0000", parts));
    }

    private String value(RuleSpec spec) {
        return switch (this) {
            case NAME -> String.valueOf(spec.friendlyName());
            case METRIC -> String.valueOf(spec.metricId());
            case CHANNEL -> String.valueOf(spec.taskChannelSid());
            case QUEUES -> {
                List<String> queues = spec.taskQueueSids();
                yield queues == null ? "null" : new TreeSet<>(queues).toString();
            }
        };
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(PlanKey::name).toList();
    }
}
