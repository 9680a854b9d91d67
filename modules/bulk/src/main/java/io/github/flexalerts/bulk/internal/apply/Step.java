package io.github.flexalerts.bulk.internal.apply;

import io.github.flexalerts.bulk.ApplyEvent;
import io.github.flexalerts.bulk.ApplyEvent.Outcome;
import io.github.flexalerts.bulk.ApplyEvent.Subject;
import io.github.flexalerts.bulk.RuleChange.Action;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One write of a plan.
 *
 * @param id its name in the journal
 * @param subject what it writes
 * @param action what it does
 * @param friendlyName the friendly name of the rule; null for a configuration
 * @param earlier the SID if an earlier run did it, so that nothing is sent; null otherwise
 * @param write sends it and returns what happened
 */
record Step(
        String id,
        Subject subject,
        Action action,
        @Nullable String friendlyName,
        @Nullable String earlier,
        Mono<Result> write) {

    /**
     * What a write did.
     *
     * @param outcome what happened
     * @param id the SID; null if there is none
     */
    record Result(Outcome outcome, @Nullable String id) {}

    ApplyEvent event(Result result, @Nullable Throwable error) {
        return new ApplyEvent(subject, action, result.outcome(), result.id(), friendlyName, error);
    }
}
