package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.AlertWrites.RuleWrite;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The workflow over rules, notification configurations, users, queues and channels. */
final class DefaultAlertOperations implements AlertOperations {
    private static final String CREATE = "alerts.create";
    private static final String UPDATE = "alerts.update";

    private final FlexAlertsClient client;
    private final RuleOperations rules;
    private final RuleConfigurations configurations;

    DefaultAlertOperations(FlexAlertsClient client) {
        this.client = client;
        this.rules = client.rules();
        this.configurations = new RuleConfigurations(rules, client.notificationConfigurations());
    }

    @Override
    public Mono<AlertCreation> create(AlertPlan plan, AlertJournal journal) {
        requireNonNull(plan, "plan");
        requireNonNull(journal, "journal");
        return new AlertNames(client, CREATE)
                .resolve(plan)
                .flatMap(resolved -> create(resolved, resolved.destinations(), journal))
                .checkpoint(CREATE);
    }

    private Mono<AlertCreation> create(AlertPlan plan, @Nullable Destinations to, AlertJournal journal) {
        if (to == null) {
            return rules.createIfAbsent(plan.rule())
                    .flatMap(made -> describe(made.rule()).map(alert -> new AlertCreation(alert, made.created())));
        }
        NaturalKey key = new NaturalKey(plan.rule());
        RuleWrite write = new RuleWrite(CREATE, rules::create, key::matches);
        Mono<AlertCreation> fresh = Mono.defer(() -> AlertWrites.of(write, plan, configurations, journal, to))
                .map(alert -> new AlertCreation(alert, true));
        return key.find(rules)
                .flatMap(stands -> complete(stands, plan, to, journal))
                .map(alert -> new AlertCreation(alert, false))
                .switchIfEmpty(fresh);
    }

    /** A rule that stands keeps its configuration; if that is gone, an earlier run was interrupted, or somebody else was. */
    private Mono<Alert> complete(Rule stands, AlertPlan plan, Destinations to, AlertJournal journal) {
        String sid = stands.sid();
        return describe(stands).flatMap(alert -> {
            boolean gone = alert.configuration() == null && RuleConfigurations.ttid(stands) != null;
            return gone && sid != null
                    ? AlertWrites.of(rewrite(CREATE, sid, stands), plan, configurations, journal, to)
                    : forgetLeftover(plan, stands).thenReturn(alert);
        });
    }

    @Override
    public Mono<Alert> describe(String sid) {
        return rules.fetch(sid).flatMap(this::describe).checkpoint("alerts.describe");
    }

    private Mono<Alert> describe(Rule rule) {
        String ttid = RuleConfigurations.ttid(rule);
        return ttid == null
                ? Mono.just(new Alert(rule, null))
                : configurations
                        .fetch(ttid)
                        .map(configuration -> new Alert(rule, configuration))
                        .defaultIfEmpty(new Alert(rule, null));
    }

    @Override
    public Mono<Alert> update(String sid, AlertPlan plan, AlertJournal journal) {
        String checked = Sids.item(sid);
        requireNonNull(plan, "plan");
        requireNonNull(journal, "journal");
        return new AlertNames(client, UPDATE)
                .resolve(plan)
                .flatMap(resolved -> rules.fetch(checked)
                        .flatMap(before -> update(checked, before, resolved, resolved.destinations(), journal)))
                .checkpoint(UPDATE);
    }

    private Mono<Alert> update(
            String sid, Rule before, AlertPlan plan, @Nullable Destinations to, AlertJournal journal) {
        String ttid = RuleConfigurations.ttid(before);
        if (to == null) {
            return rules.update(sid, plan.rule())
                    .flatMap(after -> forgetFormer(ttid, after).then(Mono.defer(() -> describe(after))));
        }
        RuleWrite write = new RuleWrite(UPDATE, spec -> rules.update(sid, spec), rule -> sid.equals(rule.sid()));
        Mono<Alert> withNew = Mono.defer(() -> AlertWrites.of(write, plan, configurations, journal, to));
        return ttid == null ? withNew : replace(sid, ttid, plan, to).switchIfEmpty(withNew);
    }

    /** Replaces both in their places; empty if the configuration is gone. */
    private Mono<Alert> replace(String sid, String ttid, AlertPlan plan, Destinations to) {
        return configurations
                .update(ttid, to)
                .flatMap(configuration -> rules.update(sid, AlertWrites.referringTo(plan.rule(), ttid))
                        .flatMap(after -> forgetLeftover(plan, after).thenReturn(new Alert(after, configuration))));
    }

    @Override
    public Mono<Void> delete(String sid) {
        return unlessGone(rules.fetch(Sids.item(sid)))
                .flatMap(rule -> deleteConfiguration(sid, rule).then(Mono.defer(() -> unlessGone(rules.delete(sid)))))
                .checkpoint("alerts.delete");
    }

    private Mono<Void> deleteConfiguration(String sid, Rule rule) {
        String ttid = RuleConfigurations.ttid(rule);
        return ttid == null ? Mono.empty() : configurations.deleteUnlessUsed(ttid, sid);
    }

    private RuleWrite rewrite(String operation, String sid, Rule stands) {
        return new RuleWrite(
                operation,
                spec -> rules.update(
                        sid,
                        AlertWrites.referringTo(
                                stands.spec(),
                                String.valueOf(spec.notification().methodsId()))),
                rule -> sid.equals(rule.sid()));
    }

    /** What an earlier run made and then found no use for. */
    private Mono<Void> forgetLeftover(AlertPlan plan, Rule rule) {
        return forgetFormer(plan.continuedTtid(), rule);
    }

    private Mono<Void> forgetFormer(@Nullable String ttid, Rule rule) {
        return ttid == null || ttid.equals(RuleConfigurations.ttid(rule))
                ? Mono.empty()
                : configurations.deleteUnlessUsed(ttid, null);
    }

    private static <T> Mono<T> unlessGone(Mono<T> call) {
        return call.onErrorResume(NotFoundException.class, gone -> Mono.empty());
    }
}
