package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.DesiredState;
import io.github.flexalerts.bulk.Mapping;
import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.bulk.PlanKey;
import io.github.flexalerts.bulk.Planner;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a plan is made. */
final class PlanOptions {
    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "A YAML or JSON file with queues, channels, users and notification_configurations: each an object"
                            + " of source SID or name to target SID. It takes precedence over names.")
    private @Nullable String mapping;

    @Mixin
    private final MatchOptions match = new MatchOptions();

    /** Returns the natural key. */
    Set<PlanKey> key() {
        return match.key();
    }

    /** Tells whether rules that only the target has are deleted. */
    boolean deletes() {
        return match.delete;
    }

    /** Reads the mapping. */
    Mapping mapping() {
        return MappingFile.read(mapping);
    }

    /** Makes the plan. Sends only requests that read. */
    Plan plan(Console console, FlexAlertsClient client, Settings settings, DesiredState desired) {
        if (!desired.configurations().isEmpty()) {
            settings.places().requireAccount();
        }
        Planner planner = Planner.of(client)
                .key(key())
                .delete(match.delete)
                .mapping(mapping())
                .workspaceSid(settings.places().workspaceSid());
        List<Plan> plans = new ArrayList<>();
        try {
            Drain.each(planner.plan(desired), 1, plans::add, () -> {});
        } catch (PagingException e) {
            if (match.delete) {
                throw new InputException(
                        "the listing of the target is not complete, so no plan with deletions was made: "
                                + e.getMessage());
            }
            throw e;
        }
        Plan plan = plans.get(0);
        plan.warnings().forEach(warning -> console.say("warning: " + warning));
        return plan;
    }
}
