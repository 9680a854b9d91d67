package io.github.flexalerts.core.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a spec. Each problem is a sentence that names the field as it is on the wire. */
final class RuleSpecChecks {
    private static final int MOST_QUEUES = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private RuleSpecChecks() {}

    /** Tells which required fields are missing and which fields could not be read. */
    static List<String> complete(RuleSpec spec) {
        List<String> problems = new ArrayList<>();
        require(problems, spec, "rule_friendly_name", spec.friendlyName());
        require(problems, spec, "metric_id", spec.metricId());
        require(problems, spec, "task_channel_sid", spec.taskChannelSid());
        require(problems, spec, "task_queue_sids", spec.taskQueueSids());
        require(problems, spec, "active", spec.active());
        require(problems, spec, "rule_thresholds", spec.thresholds());
        require(problems, spec, "notify_enabled", spec.notification().enabled());
        spec.unread().keySet().forEach(name -> problems.add(name + " has another shape than the reference documents"));
        return problems;
    }

    /** Tells what is outside of the documented ranges, but for what the service itself had set. */
    static List<String> inRange(RuleSpec spec, @Nullable RuleSpec base) {
        RuleSpec known = base == null ? RuleSpecBuilder.NOTHING : base;
        List<String> problems = new ArrayList<>();
        notBlank(problems, "rule_friendly_name", spec.friendlyName(), known.friendlyName());
        notBlank(problems, "metric_id", text(spec.metricId()), text(known.metricId()));
        notBlank(problems, "task_channel_sid", spec.taskChannelSid(), known.taskChannelSid());
        if (spec.taskQueueSids() != null && !spec.taskQueueSids().equals(known.taskQueueSids())) {
            queues(problems, spec.taskQueueSids());
        }
        if (spec.thresholds() != null
                && spec.thresholds().isEmpty()
                && !spec.thresholds().equals(known.thresholds())) {
            problems.add("rule_thresholds must contain at least one threshold");
        }
        Duration duration = spec.notification().duration();
        if (duration != null && !duration.equals(known.notification().duration())) {
            duration(problems, duration);
        }
        return problems;
    }

    private static void require(List<String> problems, RuleSpec spec, String name, @Nullable Object value) {
        if (value == null && !spec.unread().containsKey(name)) {
            problems.add(name + " is missing");
        }
    }

    private static void notBlank(List<String> problems, String name, @Nullable String value, @Nullable String known) {
        if (value != null && value.isBlank() && !value.equals(known)) {
            problems.add(name + " must not be blank");
        }
    }

    private static @Nullable String text(@Nullable MetricId metricId) {
        return metricId == null ? null : metricId.value();
    }

    private static void queues(List<String> problems, List<String> sids) {
        if (sids.isEmpty() || sids.size() > MOST_QUEUES) {
            problems.add("task_queue_sids must contain 1 to " + MOST_QUEUES + " SIDs, had " + sids.size());
        }
        if (sids.stream().anyMatch(String::isBlank)) {
            problems.add("task_queue_sids must not contain a blank SID");
        }
    }

    private static void duration(List<String> problems, Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            problems.add("notify_duration must be between 0 and " + LONGEST.toMillis() + " ms, was " + duration);
        } else if (duration.toNanosPart() % 1_000_000 != 0) {
            problems.add("notify_duration must be whole milliseconds, was " + duration);
        }
    }
}
