package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.UnresolvedNameException;
import io.github.flexalerts.core.error.UnresolvedNameException.Kind;
import io.github.flexalerts.core.error.UnresolvedNameException.Reason;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** An account without a network, and plans for it. */
abstract class AlertScenario {
    static final Duration LIMIT = Duration.ofSeconds(5);
    static final List<Operation> STEPS = List.of(
            Operation.FETCH_CONFIGURATION,
            Operation.FETCH_CHANNEL,
            Operation.LIST_QUEUES,
            Operation.LIST_USERS,
            Operation.LIST_RULES,
            Operation.CREATE_NOTIFICATION,
            Operation.CREATE_RULE);

    final AccountTransport account = new AccountTransport();
    final List<String> kept = new ArrayList<>();
    final AlertOperations alerts =
            PagedTransport.client(account).retry(RetryPolicy.none()).build().alerts();

    static AlertPlan plan() {
        return plan("voice", "anna", "Sales", "Support");
    }

    static AlertPlan plan(String channel, String user, String... queues) {
        RuleSpec rule =
                rule().toBuilder().taskChannelSid(channel).taskQueueSids(queues).build();
        return AlertPlan.of(
                rule,
                Destinations.builder().subscriptions(Subscriptions.of(user)).build());
    }

    static AlertPlan mailed() {
        return AlertPlan.of(
                rule().toBuilder().active(false).build(),
                Destinations.builder().emails(Emails.of("ops@example.com")).build());
    }

    static RuleSpec rule() {
        return RuleOperationsTest.spec("x").toBuilder()
                .taskChannelSid("voice")
                .taskQueueSids("Sales")
                .build();
    }

    AlertJournal keeping() {
        return ttid -> Mono.fromRunnable(() -> kept.add(ttid));
    }

    AlertCreation create(AlertPlan plan) {
        return one(alerts.create(plan, keeping()));
    }

    boolean delete(String sid) {
        return one(alerts.delete(sid));
    }

    void assertCancelled(Operation while_) {
        Sinks.Empty<Void> gate = account.hold(while_);
        Disposable run = alerts.create(plan()).subscribe();
        assertThat(account.calls).endsWith(while_.id());
        run.dispose();
        gate.tryEmitEmpty();
    }

    UnresolvedNameException assertUnresolved(AlertPlan plan, Kind kind, Reason reason, int position) {
        UnresolvedNameException error = (UnresolvedNameException) failure(alerts.create(plan));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.position()).isEqualTo(position);
        assertThat(error.getMessage()).doesNotContain("anna", "Sales", "berta", "fax");
        assertNothing();
        return error;
    }

    void assertNothing() {
        assertThat(account.rules).isEmpty();
        assertThat(account.configurations).isEmpty();
    }

    /** Every configuration has its rule, and every rule that refers to one has it. */
    void assertWhole() {
        Set<Object> referred = account.rules.values().stream()
                .map(rule -> rule.get("notify_methods_id"))
                .collect(Collectors.toSet());
        assertThat(referred).isEqualTo(account.configurations.keySet()).isNotEmpty();
    }

    /** What a run fails of, null if it does not. */
    static Throwable failure(Mono<?> run) {
        return run.then(Mono.<Throwable>empty()).onErrorResume(Mono::just).block(LIMIT);
    }

    static <T> T one(Mono<T> run) {
        T value = run.block(LIMIT);
        assertThat(value).isNotNull();
        return value;
    }
}
