package io.github.flexalerts.bulk;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.bulk.RuleChange.Action;
import io.github.flexalerts.bulk.internal.apply.ApplyRun;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Applies plans. Before anything is written, the target is listed and compared with the plan: if it moved, nothing is written.
 * The order is: configurations, then rules, then deletions (configuration, then rule). Each update and each deletion fetches its
 * rule first; a rule that changed meanwhile is a conflict and is not written. A create whose answer is lost is settled by
 * reading back and is repeated only if the rule is not there. If a write failed, nothing is deleted.
 *
 * <p>With a {@link JournalFile} a run that was killed continues: apply the plan of the journal again. Cancelling
 * cancels the writes in flight, and the next run settles them. If the answer to the create of a notification
 * configuration is lost, the configuration may exist, and nobody can find it, because the service does not list configurations.
 */
public final class PlanApply {
    private final FlexAlertsClient client;
    private final int concurrency;
    private final @Nullable Integer maxDeletions;

    private PlanApply(FlexAlertsClient client, int concurrency, @Nullable Integer maxDeletions) {
        this.client = client;
        this.concurrency = concurrency;
        this.maxDeletions = maxDeletions;
    }

    /**
     * Returns the application of plans for the instance of a client.
     *
     * @param client the client; the caller closes it
     * @return the application, with {@value BulkWrites#DEFAULT_CONCURRENCY} writes at once
     */
    public static PlanApply of(FlexAlertsClient client) {
        return new PlanApply(client.lane(Lane.BULK), BulkWrites.DEFAULT_CONCURRENCY, null);
    }

    /**
     * Sets how many writes are in progress at once.
     *
     * @param writes from 1 to 1000
     * @return a copy with this setting
     */
    public PlanApply concurrency(int writes) {
        if (writes < 1 || writes > 1000) {
            throw new IllegalArgumentException("writes must be between 1 and 1000, was " + writes);
        }
        return new PlanApply(client, writes, maxDeletions);
    }

    /**
     * Sets how many rules may be deleted.
     *
     * @param rules at least 0; null for the larger of 10 and 10 % of the target's rules, which is the default
     * @return a copy with this setting
     */
    public PlanApply maxDeletions(@Nullable Integer rules) {
        if (rules != null && rules < 0) {
            throw new IllegalArgumentException("rules must be at least 0, was " + rules);
        }
        return new PlanApply(client, concurrency, rules);
    }

    /**
     * Checks that a plan may be applied.
     *
     * @param plan the plan
     * @throws PlanRefusedException if the plan has conflicts or too many deletions, or belongs to another instance
     */
    public void check(Plan plan) {
        if (!plan.instanceSid().equals(client.instanceSid())) {
            refuse("instance", "the plan is for instance " + plan.instanceSid() + ", not for " + client.instanceSid());
        }
        if (!plan.conflicts().isEmpty()) {
            refuse(
                    "conflicts",
                    "the plan has " + plan.conflicts().size() + " conflicts: rename rules, or choose another key");
        }
        int most = maxDeletions == null ? Math.max(10, plan.targetSize() / 10) : maxDeletions;
        int deletions = plan.count(Action.DELETE);
        if (deletions > most) {
            refuse(
                    "deletions",
                    "the plan deletes " + deletions + " of " + plan.targetSize() + " rules, and at most " + most
                            + " may be deleted");
        }
    }

    /**
     * Applies a plan.
     *
     * @param plan the plan; that of the journal if the journal has entries
     * @param journal where intents and outcomes are recorded
     * @return one event per change of the plan, also for those that an earlier run has done; a {@link TargetMovedException} if
     *     the target changed after the plan was made; a {@link PlanRefusedException} as in {@link #check}
     */
    public Flux<ApplyEvent> apply(Plan plan, Journal journal) {
        requireNonNull(plan, "plan");
        requireNonNull(journal, "journal");
        return Flux.defer(() -> {
            check(plan);
            return new ApplyRun(client, plan, spec -> PlanKey.of(plan.key(), spec), journal, concurrency).run();
        });
    }

    private static void refuse(String subject, String reason) {
        throw new PlanRefusedException(List.of(new PlanProblem(subject, null, reason)));
    }
}
