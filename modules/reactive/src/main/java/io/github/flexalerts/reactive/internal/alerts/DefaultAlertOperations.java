package io.github.flexalerts.reactive.internal.alerts;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.AlertCreation;
import io.github.flexalerts.reactive.AlertJournal;
import io.github.flexalerts.reactive.AlertOperations;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.internal.alerts.AlertWrites.RuleWrite;
import io.github.flexalerts.reactive.internal.call.Observed;
import io.github.flexalerts.reactive.internal.resource.DefaultRuleOperations;
import io.github.flexalerts.reactive.internal.resource.NaturalKey;
import io.github.flexalerts.reactive.internal.resource.Service;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The workflow over rules, notification configurations, users, queues and channels. */
public final class DefaultAlertOperations implements AlertOperations {
    private static final String CREATE = Operation.CREATE_ALERT.id();
    private static final String UPDATE = Operation.UPDATE_ALERT.id();

    private final FlexAlertsClient client;
    private final @Nullable String workspaceSid;
    private final DefaultRuleOperations rules;
    private final RuleConfigurations configurations;
    private final Service service;

    public DefaultAlertOperations(
            FlexAlertsClient client, @Nullable String workspaceSid, DefaultRuleOperations rules, Service service) {
        this.client = client;
        this.workspaceSid = workspaceSid;
        this.rules = rules;
        this.configurations = new RuleConfigurations(rules, client.notificationConfigurations());
        this.service = service;
    }

    @Override
    public Mono<AlertCreation> create(AlertPlan plan, AlertJournal journal) {
        requireNonNull(plan, "plan");
        requireNonNull(journal, "journal");
        return observed(
                Operation.CREATE_ALERT,
                new AlertNames(client, workspaceSid, CREATE, null)
                        .resolve(plan)
                        .flatMap(resolved -> create(resolved, resolved.destinations(), journal)));
    }

    private Mono<AlertCreation> create(AlertPlan plan, @Nullable Destinations to, AlertJournal journal) {
        if (to == null) {
            return rules.createIfAbsent(plan.rule())
                    .flatMap(made -> describe(made.rule()).map(alert -> new AlertCreation(alert, made.created())));
        }
        NaturalKey key = new NaturalKey(plan.rule());
        RuleWrite write = new RuleWrite(CREATE, rules::createUntold, key::matches, service::tell);
        Mono<AlertCreation> fresh = Mono.defer(() -> AlertWrites.of(write, plan, configurations, journal, to))
                .map(alert -> new AlertCreation(alert, true));
        return key.find(rules)
                .flatMap(stands -> complete(stands, plan, to, journal))
                .map(alert -> new AlertCreation(alert, false))
                .switchIfEmpty(fresh);
    }

    /** An existing rule keeps its configuration. A rule without one, or whose configuration is deleted, gets that of the plan. */
    private Mono<Alert> complete(Rule stands, AlertPlan plan, Destinations to, AlertJournal journal) {
        String sid = stands.sid();
        return describe(stands)
                .flatMap(alert -> alert.configuration() == null && sid != null
                        ? AlertWrites.of(rewrite(sid, stands.spec()), plan, configurations, journal, to)
                        : forgetLeftover(CREATE, plan, stands).thenReturn(alert));
    }

    /** Writes an existing rule with another configuration; the rule is checked before the configuration is created. */
    private RuleWrite rewrite(String sid, RuleSpec stands) {
        RuleSpec complete = stands.requireComplete();
        return update(
                CREATE,
                sid,
                spec -> AlertWrites.referringTo(
                        complete, String.valueOf(spec.notification().methodsId())));
    }

    private RuleWrite update(String operation, String sid, Function<RuleSpec, RuleSpec> change) {
        return new RuleWrite(
                operation,
                spec -> rules.update(sid, change.apply(spec)),
                rule -> sid.equals(rule.sid()),
                service::tell);
    }

    @Override
    public Mono<Alert> describe(String sid) {
        return observed(Operation.DESCRIBE_ALERT, rules.fetch(sid).flatMap(this::describe));
    }

    private Mono<Alert> describe(Rule rule) {
        String ttid = RuleConfigurations.ttid(rule.spec());
        return ttid == null
                ? Mono.just(new Alert(rule, null))
                : configurations
                        .fetch(ttid)
                        .map(configuration -> new Alert(rule, configuration))
                        .defaultIfEmpty(new Alert(rule, null));
    }

    @Override
    public Mono<Alert> update(String sid, AlertPlan plan, AlertJournal journal) {
        requireNonNull(plan, "plan");
        requireNonNull(journal, "journal");
        return observed(
                Operation.UPDATE_ALERT,
                rules.fetch(sid)
                        .flatMap(before -> new AlertNames(client, workspaceSid, UPDATE, before.spec())
                                .resolve(plan)
                                .flatMap(resolved ->
                                        update(sid, before.spec(), resolved, resolved.destinations(), journal))));
    }

    private Mono<Alert> update(
            String sid, RuleSpec before, AlertPlan plan, @Nullable Destinations to, AlertJournal journal) {
        String ttid = RuleConfigurations.ttid(before);
        if (to == null) {
            boolean keeps = ttid == null || ttid.equals(RuleConfigurations.ttid(plan.rule()));
            Mono<Rule> written = Mono.defer(() -> rules.update(sid, plan.rule()));
            return configurations
                    .lettingGo(UPDATE, sid, keeps ? null : ttid, written)
                    .flatMap(this::describe);
        }
        RuleWrite write = update(UPDATE, sid, Function.identity());
        Mono<Alert> withNew = Mono.defer(() -> AlertWrites.of(write, plan, configurations, journal, to));
        return ttid == null ? withNew : replace(sid, ttid, plan, to).switchIfEmpty(withNew);
    }

    /** Replaces both in their places; empty if the configuration is gone. */
    private Mono<Alert> replace(String sid, String ttid, AlertPlan plan, Destinations to) {
        return configurations
                .update(ttid, to)
                .flatMap(configuration -> rules.update(sid, AlertWrites.referringTo(plan.rule(), ttid))
                        .flatMap(after ->
                                forgetLeftover(UPDATE, plan, after).thenReturn(new Alert(after, configuration))));
    }

    @Override
    public Mono<Boolean> delete(String sid) {
        Mono<Boolean> deleted = Mono.defer(() -> RuleConfigurations.unlessGone(rules.delete(sid)))
                .thenReturn(true);
        return observed(
                Operation.DELETE_ALERT,
                RuleConfigurations.unlessGone(rules.fetch(sid))
                        .flatMap(rule -> configurations.lettingGo(
                                Operation.DELETE_ALERT.id(), sid, RuleConfigurations.ttid(rule.spec()), deleted))
                        .defaultIfEmpty(false));
    }

    /** Deletes what an earlier run made and then found no use for. */
    private Mono<Void> forgetLeftover(String operation, AlertPlan plan, Rule rule) {
        String ttid = plan.continuedTtid();
        return ttid == null || ttid.equals(RuleConfigurations.ttid(rule.spec()))
                ? Mono.empty()
                : Mono.defer(() -> configurations.deleteUnlessUsed(ttid, null))
                        .onErrorMap(stays -> RuleConfigurations.orphaned(operation, ttid, stays, null))
                        .then();
    }

    private <T> Mono<T> observed(Operation operation, Mono<T> work) {
        return Observed.of(service.pipeline().instrumentation(), operation, observer -> work.flux())
                .singleOrEmpty()
                .checkpoint(operation.id());
    }
}
