package io.github.flexalerts.reactive;

import io.github.flexalerts.core.alert.AlertPlan;
import reactor.core.publisher.Mono;

/**
 * Records the id of a notification configuration between the two writes of an alert. The service cannot list configurations, so a
 * configuration that no rule uses cannot be found again. After a crash, a caller that recorded the id continues with
 * {@link AlertPlan#continuing}.
 */
@FunctionalInterface
public interface AlertJournal {
    /** Records nothing. */
    AlertJournal NOOP = ttid -> Mono.empty();

    /**
     * Records the id of a new configuration that no rule uses yet. The run writes the rule when this completes; if this fails, the
     * run deletes the configuration again. Delete the record when the run has ended, unless it ended in an
     * {@link io.github.flexalerts.core.error.OrphanedConfigurationException} with this id, or was cancelled.
     *
     * @param ttid the configuration's id
     * @return completes when the id is recorded; must not block
     */
    Mono<Void> configurationMade(String ttid);
}
