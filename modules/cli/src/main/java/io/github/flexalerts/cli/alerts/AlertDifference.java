package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.JsonItems;
import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares an existing alert with a plan. Members that the plan omits are not compared, nor are members that the plan gives by name:
 * those by which the rule was found, and users, of whom only the number is compared.
 */
final class AlertDifference {
    private static final Set<String> FOUND_BY =
            Set.of("rule_friendly_name", "metric_id", "task_channel_sid", "task_queue_sids", "user_sids");

    private AlertDifference() {}

    /** Tells whether something that the plan says is otherwise in the alert. */
    static boolean between(AlertPlan plan, Alert alert) {
        return !says(JsonItems.members(plan.rule()), JsonItems.members(alert.rule())) || !says(to(plan), to(alert));
    }

    private static @Nullable Object to(AlertPlan plan) {
        return plan.destinations() == null ? null : JsonItems.members(plan.destinations());
    }

    private static @Nullable Object to(Alert alert) {
        return alert.configuration() == null
                ? null
                : JsonItems.members(alert.configuration().destinations());
    }

    private static boolean says(@Nullable Object planned, @Nullable Object stands) {
        if (planned == null) {
            return true;
        }
        if (planned instanceof Map<?, ?> members && stands instanceof Map<?, ?> others) {
            return members.entrySet().stream().allMatch(each -> member(each, others.get(each.getKey())));
        }
        if (planned instanceof List<?> values && stands instanceof List<?> others) {
            return all(values, others);
        }
        return planned.equals(stands)
                || (planned instanceof Number number
                        && stands instanceof Number other
                        && new BigDecimal(number.toString()).compareTo(new BigDecimal(other.toString())) == 0);
    }

    private static boolean member(Map.Entry<?, ?> planned, @Nullable Object stands) {
        if (!FOUND_BY.contains(String.valueOf(planned.getKey()))) {
            return says(planned.getValue(), stands);
        }
        return !planned.getKey().equals("user_sids")
                || !(planned.getValue() instanceof List<?> users)
                || (stands instanceof List<?> others && users.size() == others.size());
    }

    private static boolean all(List<?> planned, List<?> stands) {
        if (planned.size() != stands.size()) {
            return false;
        }
        for (int i = 0; i < planned.size(); i++) {
            if (!says(planned.get(i), stands.get(i))) {
                return false;
            }
        }
        return true;
    }
}
