package io.github.flexalerts.reactive;

import io.github.flexalerts.core.alert.AlertPlan;
import reactor.core.publisher.Mono;

/**
 * Where a caller keeps what must outlive its process between the two writes of an alert. A configuration that no rule refers to
 * cannot be found again, for the service documents no list; a caller that keeps its id goes on with
 * {@link AlertPlan#continuing}.
 */
@FunctionalInterface
public interface AlertJournal {
    /** Keeps nothing. */
    AlertJournal NOOP = ttid -> Mono.empty();

    /**
     * Keeps the id of a configuration that was made and that no rule refers to yet. The rule is written when this completes; if
     * it fails, the configuration is deleted again. What was kept may be forgotten when the write as a whole has ended, but for
     * the {@code ttid} of an {@link io.github.flexalerts.core.error.OrphanedConfigurationException}. Of a write that was
     * cancelled nobody learns the end, so keep it.
     *
     * @param ttid the configuration's id
     * @return completes when it is kept; must not block
     */
    Mono<Void> configurationMade(String ttid);
}
