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
     * earlier one has finished. A rule that stands keeps the configuration that it has, whatever its destinations; if it has
     * none, or its own is gone, it gets that of the plan, and else stays as it is.
     *
     * <p>If the service refuses the rule, the configuration is deleted again. If it may have written it, as after an answer
     * that was lost, it is looked whether a rule refers to the configuration; if none is seen, it may still come, so the
     * configuration stays and the error names it. Cancelling does not break off a write that is under way: the run lets it end
     * and then, unless that was the last one, takes back what it has made.
     *
     * @param plan what the alert is to be
     * @param journal keeps the configuration's id before the rule is written
     * @return the alert that stands, and whether this run created its rule; an {@link UnresolvedNameException} before anything
     *     is written; an {@link OrphanedConfigurationException} if a configuration stands, or may stand, without a rule, also
     *     if the rule may still come; an {@link AmbiguousOutcomeException} if it may, and no configuration was made for it
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
     * its id, so other rules that refer to it notify through the new one too. A rule that refers to none gets a new one, as in
     * {@link #create(AlertPlan, AlertJournal)}. A configuration that the rule is to refer to no longer is deleted before the
     * rule is written, unless another rule refers to it. A channel or queue that the rule has already is not looked up again.
     *
     * <p>If a run fails after its first write, a repeat finishes it: until its last write the rule refers to the configuration
     * that it had. What a repeat could not find is named by an {@link OrphanedConfigurationException}.
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
     * so a repeat finishes what an earlier run has begun. A configuration that was spared is looked at again when the rule is
     * gone, and deleted if nothing refers to it any more: of two runs that delete the last two rules, one deletes it.
     *
     * @param sid the rule's SID, {@code QY…}
     * @return whether the rule was there; it is gone then, and so is its configuration unless another rule refers to it. An
     *     {@link OrphanedConfigurationException} if the rule is gone, or may be, and it could not be seen whether its
     *     configuration has to go
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Boolean> delete(String sid);
}
