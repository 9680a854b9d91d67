package io.github.flexalerts.core.alert;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an alert: a rule and its destinations. Names may be used in the place of SIDs. A task queue may be
 * named by its friendly name, a task channel by its unique name, and a user by username or e-mail address. Names are compared
 * exactly, with regard to case.
 *
 * <pre>{@code
 * AlertPlan plan = AlertPlan.of(
 *         RuleSpec.builder()
 *                 .friendlyName("waiting-too-long")
 *                 .metricId(MetricId.WAITING_NOW)
 *                 .taskChannelSid("voice")
 *                 .taskQueueSids("Support", "Sales")
 *                 .active(true)
 *                 .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
 *                 .notifyEnabled(true)
 *                 .build(),
 *         Destinations.builder().subscriptions(Subscriptions.of("supervisor@example.com")).build());
 * }</pre>
 *
 * @param rule the rule; its {@code notify_methods_id} is unset if there are destinations, since their configuration's id
 *     takes its place. Without destinations it may name an existing configuration, which is then not changed
 * @param destinations where notifications go, null for nowhere but where the rule itself says
 * @param continuedTtid the id of the configuration that an earlier run of this plan made before it was interrupted, null if
 *     there was none. It is used instead of a new one, unless another rule uses it, and deleted again if
 *     the rule is refused
 */
public record AlertPlan(
        RuleSpec rule,
        @Nullable Destinations destinations,
        @Nullable String continuedTtid) {

    /**
     * Creates a plan.
     *
     * @throws InvalidSpecException if the rule or the destinations lack what is required, or do not go together
     */
    public AlertPlan {
        requireNonNull(rule, "rule").requireComplete();
        if (destinations != null) {
            destinations.requireComplete();
        }
        if (destinations != null && rule.notification().methodsId() != null) {
            throw new InvalidSpecException(List.of("notify_methods_id must not be set together with destinations"));
        }
        if (destinations == null && continuedTtid != null) {
            throw new InvalidSpecException(List.of("destinations are missing, which a continued plan has"));
        }
    }

    /**
     * Returns a plan for a rule with destinations of its own.
     *
     * @param rule the rule, without {@code notify_methods_id}
     * @param destinations where notifications go
     * @return the plan
     * @throws InvalidSpecException if either lacks what is required, or they do not go together
     */
    public static AlertPlan of(RuleSpec rule, Destinations destinations) {
        return new AlertPlan(rule, requireNonNull(destinations, "destinations"), null);
    }

    /**
     * Returns a plan for a rule without destinations of its own.
     *
     * @param rule the rule
     * @return the plan
     * @throws InvalidSpecException if it lacks what is required
     */
    public static AlertPlan of(RuleSpec rule) {
        return new AlertPlan(rule, null, null);
    }

    /**
     * Returns this plan, to go on where an earlier run of it was interrupted. If the configuration is gone meanwhile, or another
     * rule refers to it, a new one is made.
     *
     * @param ttid the id of the configuration that the earlier run made
     * @return a copy
     * @throws InvalidSpecException if the plan has no destinations
     */
    public AlertPlan continuing(String ttid) {
        return new AlertPlan(rule, destinations, requireNonNull(ttid, "ttid"));
    }

    /** Returns what the plan is about, without its names, which may be personal data. */
    @Override
    public String toString() {
        return "AlertPlan[metricId=" + rule.metricId() + ", destinations=" + destinations + ", continuedTtid="
                + continuedTtid + "]";
    }
}
