package io.github.flexalerts.reactive;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import reactor.core.publisher.Mono;

/**
 * Alerts: rules together with their notification configurations. Reference: "To create an alert", steps 1 to 5, and the order in
 * which alerts are deleted.
 *
 * <p>For every method: nothing is sent before a subscription, and each subscription starts its own run. A run fails with the
 * errors of {@link RuleOperations} and with those that a method names. Two runs at the same time are not coordinated: the
 * service documents nothing for that.
 */
public interface AlertOperations {

    /**
     * Creates an alert; see {@link #create(AlertPlan, AlertJournal)}. If the process ends between the two writes, a
     * configuration remains that cannot be found.
     *
     * @param plan the alert to create
     * @return the alert
     */
    default Mono<AlertCreation> create(AlertPlan plan) {
        return create(plan, AlertJournal.NOOP);
    }

    /**
     * Creates an alert unless a rule with the same name, metric, channel and queues exists. The run looks up the SID of every
     * name, creates the configuration, and then creates the rule that uses it. A repeated run finds what an earlier run
     * finished. An existing rule keeps its configuration; if it has none, or its configuration does not exist any more, the run
     * gives it the configuration of the plan.
     *
     * <p>If the service refuses the rule, the run deletes the configuration again. If the answer was lost, the run checks whether
     * a rule uses the configuration. If it finds none, the rule may still appear, so the configuration stays and the error names
     * it. If the run is cancelled during a write, it waits for the end of the write, and then deletes what it created unless
     * this was the last write.
     *
     * @param plan the alert to create
     * @param journal records the id of the configuration before the rule is written
     * @return the alert, and whether this run created its rule. An {@link UnresolvedNameException} before anything is written; an
     *     {@link OrphanedConfigurationException} if a configuration exists, or may exist, without a rule; an
     *     {@link AmbiguousOutcomeException} if the rule may exist and the run created no configuration
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
     * @param plan the whole alert
     * @return the new version of the alert
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    default Mono<Alert> update(String sid, AlertPlan plan) {
        return update(sid, plan, AlertJournal.NOOP);
    }

    /**
     * Replaces an alert. The run looks up the SID of every name, replaces the configuration, and then replaces the rule. The
     * configuration keeps its id, so other rules that use it get the new destinations too. A rule without a configuration gets
     * a new one, as in {@link #create(AlertPlan, AlertJournal)}. If the plan has no destinations, the run deletes the
     * configuration before it writes the rule, unless another rule uses the configuration. The run does not look up a channel or
     * queue again that the rule has already.
     *
     * <p>If a run fails after its first write, repeat it: until the last write the rule uses its old configuration, so a repeated
     * run finds it. An {@link OrphanedConfigurationException} names what a repeated run could not find.
     *
     * @param sid the rule's SID, {@code QY…}
     * @param plan the whole alert
     * @param journal records the id of a new configuration before the rule is written
     * @return the new version of the alert; a {@link NotFoundException} if there is no such rule; otherwise as in
     *     {@link #create(AlertPlan, AlertJournal)}
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Alert> update(String sid, AlertPlan plan, AlertJournal journal);

    /**
     * Deletes an alert: first its configuration, unless another rule uses it, and then the rule. The run skips what is already
     * deleted, so a repeated run finishes an earlier one. If another rule used the configuration, the run checks again after it
     * deleted the rule, and deletes the configuration if no rule uses it any more.
     *
     * @param sid the rule's SID, {@code QY…}
     * @return whether the rule existed. An {@link OrphanedConfigurationException} if the rule is deleted, or may be, and the run
     *     could not find out whether another rule uses the configuration
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<Boolean> delete(String sid);
}
