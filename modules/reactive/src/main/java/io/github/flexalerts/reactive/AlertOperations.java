package io.github.flexalerts.reactive;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import reactor.core.publisher.Mono;

/**
 * Alerts as a whole: rules together with their notification configurations. Reference: "To create an alert", steps 1 to 5, and
 * the order in which alerts are deleted.
 *
 * <p>For every method: nothing is sent before a subscription, and each subscription is a run of its own. Errors are those of
 * {@link RuleOperations} beside the ones that a method names. Two runs at the same time know nothing of each other: the service
 * documents nothing that would prevent that.
 */
public interface AlertOperations {

    /**
     * Creates an alert; see {@link #create(AlertPlan, AlertJournal)}. A process that ends between the two writes leaves a
     * configuration that nobody can find.
     *
     * @param plan what the alert is to be
     * @return the alert that stands
     */
    default Mono<AlertCreation> create(AlertPlan plan) {
        return create(plan, AlertJournal.NOOP);
    }

    /**
     * Creates an alert unless its rule stands already: one with the same name, metric, channel and queues. First every name
     * becomes a SID, then the configuration is made, then the rule that refers to it. A run that is repeated finds what an
     * earlier one has finished, and makes a new configuration for a rule whose own is gone.
     *
     * <p>If the rule cannot be written, the configuration is deleted again. If the answer to the rule's write is lost, it is
     * first looked whether a rule refers to the configuration. Cancelling does not break off a write that is under way: the run
     * lets it end and then, unless that was the last one, takes back what it has made.
     *
     * @param plan what the alert is to be
     * @param journal keeps the configuration's id before the rule is written
     * @return the alert that stands, and whether this run created its rule; an {@link UnresolvedNameException} before anything
     *     is written; an {@link OrphanedConfigurationException} if a configuration stands, or may stand, without a rule; an
     *     {@link AmbiguousOutcomeException} if the rule's answer was lost and the rule does not stand (yet)
     */
    Mono<AlertCreation> create(AlertPlan plan, AlertJournal journal);

    /**
     * Fetches a rule and its configuration.
     *
     * @param sid the rule's SID, {@code QY…}
     * @return the alert; a {@link NotFoundException} if there is no such rule
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Alert> describe(String sid);

    /**
     * Replaces an alert; see {@link #update(String, AlertPlan, AlertJournal)}.
     *
     * @param sid the rule's SID, {@code QY…}
     * @param plan what the alert is to be
     * @return the alert as it is then
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    default Mono<Alert> update(String sid, AlertPlan plan) {
        return update(sid, plan, AlertJournal.NOOP);
    }

    /**
     * Replaces an alert: every name becomes a SID, then the configuration is replaced, then the rule. The configuration keeps
     * its id, so other rules that refer to it notify through the new one too. A rule that refers to none gets a new one, which
     * is deleted again if the rule cannot be written. A configuration that the rule no longer refers to is deleted unless
     * another rule does. If a run fails after its first write, a repeat finishes it.
     *
     * @param sid the rule's SID, {@code QY…}
     * @param plan what the alert is to be
     * @param journal keeps the id of a new configuration before the rule is written
     * @return the alert as it is then; a {@link NotFoundException} if there is no such rule; otherwise as in
     *     {@link #create(AlertPlan, AlertJournal)}
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Alert> update(String sid, AlertPlan plan, AlertJournal journal);

    /**
     * Deletes an alert: its configuration unless another rule refers to it, then the rule. What is gone already is passed over,
     * so a repeat finishes what an earlier run has begun.
     *
     * @param sid the rule's SID, {@code QY…}
     * @return completes when neither stands, even if neither stood
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Void> delete(String sid);
}
