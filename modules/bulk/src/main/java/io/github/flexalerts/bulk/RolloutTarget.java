package io.github.flexalerts.bulk;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.reactive.FlexAlertsClient;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One target of a {@link Rollout}.
 *
 * @param name its name, unique in the rollout
 * @param group its group; groups run in ascending order, one after the other
 * @param client creates the client when the target starts; the rollout closes it. Clients of one account should share one
 *     {@code Account}, so that its governor sees all of them
 * @param mapping replacements for this target
 * @param workspaceSid its TaskRouter workspace; null to look it up
 * @param journal the file of its journal; null for none, then a killed rollout makes a new plan
 */
public record RolloutTarget(
        String name,
        int group,
        Supplier<FlexAlertsClient> client,
        Mapping mapping,
        @Nullable String workspaceSid,
        @Nullable Path journal) {

    /** Checks the arguments. */
    public RolloutTarget {
        requireNonNull(name, "name");
        requireNonNull(client, "client");
        requireNonNull(mapping, "mapping");
    }

    /** Returns the name and the group. */
    @Override
    public String toString() {
        return "RolloutTarget[" + name + ", group=" + group + "]";
    }
}
