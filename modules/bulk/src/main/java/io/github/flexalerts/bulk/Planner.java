package io.github.flexalerts.bulk;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.bulk.internal.plan.PlanComputation;
import io.github.flexalerts.bulk.internal.plan.PlanSettings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.Lane;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Computes plans. A plan needs a complete listing of the target; if the listing fails, there is no plan. Making a plan sends
 * only requests that read. Of a rule that needs no change only the SID and a fingerprint are kept.
 */
public final class Planner {
    private final FlexAlertsClient client;
    private final PlanSettings settings;

    private Planner(FlexAlertsClient client, PlanSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Returns a planner for the instance of a client: rules match by name, nothing is deleted, nothing is mapped by hand.
     *
     * @param client the client; the caller closes it
     * @return the planner
     */
    public static Planner of(FlexAlertsClient client) {
        return new Planner(client.lane(Lane.BULK), PlanSettings.DEFAULT);
    }

    /**
     * Sets the natural key.
     *
     * @param fields at least one field; {@link PlanKey#NAME} by default
     * @return a copy with this setting
     */
    public Planner key(Set<PlanKey> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("the key must have at least one field");
        }
        Set<PlanKey> copy = EnumSet.copyOf(fields);
        return new Planner(client, settings.withKey(spec -> PlanKey.of(copy, spec), copy));
    }

    /**
     * Plans to delete the rules of the target that are not desired, and the notification configurations that no rule uses
     * afterwards. Rules outside the filter of an export are never deleted.
     *
     * @param delete whether to delete; false by default
     * @return a copy with this setting
     */
    public Planner delete(boolean delete) {
        return new Planner(client, settings.withDelete(delete));
    }

    /**
     * Sets replacements that take precedence over names.
     *
     * @param mapping the replacements
     * @return a copy with this setting
     */
    public Planner mapping(Mapping mapping) {
        return new Planner(client, settings.withMapping(requireNonNull(mapping, "mapping")));
    }

    /**
     * Sets the workspace of the target's queues and channels, instead of that of the account's configuration.
     *
     * @param sid the workspace, {@code WS…}; null to look it up
     * @return a copy with this setting
     */
    public Planner workspaceSid(@Nullable String sid) {
        return new Planner(client, settings.withWorkspace(sid));
    }

    /**
     * Makes notification configurations with the same destinations one at the target.
     *
     * @param merge whether to merge; false by default
     * @return a copy with this setting
     */
    public Planner mergeConfigurations(boolean merge) {
        return new Planner(client, settings.withMerge(merge));
    }

    /**
     * Sets how many rules the target may have. The documented limit of an account is 100.
     *
     * @param rules at least 1; 100 by default
     * @return a copy with this setting
     */
    public Planner maxRules(int rules) {
        if (rules < 1) {
            throw new IllegalArgumentException("rules must be at least 1, was " + rules);
        }
        return new Planner(client, settings.withMaxRules(rules));
    }

    /**
     * Computes the plan.
     *
     * @param desired the desired rules
     * @return the plan; a {@link PlanRefusedException} with everything that cannot be mapped or exceeds a documented limit; the
     *     error of the listing if the target could not be listed completely
     */
    public Mono<Plan> plan(DesiredState desired) {
        requireNonNull(desired, "desired");
        return PlanComputation.run(client, settings, desired);
    }
}
