package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.AccountTransport.ANNA;
import static io.github.flexalerts.reactive.AccountTransport.TTID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.reactive.AccountTransport.Fate;
import io.github.flexalerts.reactive.internal.alerts.AlertWrites;
import io.github.flexalerts.reactive.internal.alerts.RuleConfigurations;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class AlertContinueTest extends AlertScenario {
    static Stream<Integer> calls() {
        return Stream.iterate(0, n -> n + 1).limit(STEPS.size() + 1L);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void resumesAfterAKilledProcess(int answered) {
        account.dieAfter(answered);
        Disposable killed = alerts.create(plan(), keeping()).subscribe();
        account.revive(); // the killed one still waits for its answer, and will not get it

        AlertPlan plan = kept.isEmpty() ? plan() : plan().continuing(kept.get(0));
        assertThat(create(plan).created()).isEqualTo(answered < STEPS.size());
        assertThat(account.rules).hasSize(1);
        assertThat(account.configurations).hasSize(1);
        assertWhole();
        assertThat(killed.isDisposed()).isEqualTo(answered == STEPS.size());
    }

    @Test
    void continuesWithTheDestinationsOfNow() {
        account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
        AlertCreation made = create(plan().continuing(TTID + 9));
        assertThat(made.alert().configuration().ttid()).isEqualTo(TTID + 9);
        assertThat(made.alert().configuration().destinations().subscriptions()).isEqualTo(Subscriptions.of(ANNA));
        assertThat(account.calls).contains("notifications.update").doesNotContain("notifications.create");
        assertWhole();
    }

    @Test
    void makesAnotherWhereTheContinuedOneIsGone() {
        create(plan().continuing(TTID + 9));
        assertWhole();
    }

    @Test
    void deletesTheContinuedOneWhereAnotherRunHasFinished() {
        create(plan());
        account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
        assertThat(create(plan().continuing(TTID + 9)).created()).isFalse();
        assertWhole();
    }

    @Test
    void namesTheContinuedOneWhereItCannotBeUpdated() {
        account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
        account.fail(Operation.UPDATE_NOTIFICATION, Fate.BROKEN);
        assertThat(failure(alerts.create(plan().continuing(TTID + 9))))
                .isInstanceOfSatisfying(OrphanedConfigurationException.class, orphaned -> {
                    assertThat(orphaned.ttid()).isEqualTo(TTID + 9);
                    assertThat(orphaned.isTransient()).isTrue();
                });
    }

    @Test
    void createsAnotherConfigurationIfAnotherRuleUsesTheFirst() {
        Map<String, Object> theirs = Map.of("ttid", TTID + 9, "destinations", "theirs");
        account.configurations.put(TTID + 9, theirs);
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 9));
        assertThat(create(plan().continuing(TTID + 9)).alert().configuration().ttid())
                .isEqualTo(TTID + 1);
        assertThat(account.configurations).containsEntry(TTID + 9, theirs);
        assertWhole();
    }

    @Test
    void sparesAContinuedConfigurationThatAnotherRuleUsesByNow() {
        account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
        account.fail(Operation.CREATE_RULE, Fate.REFUSED);
        Sinks.Empty<Void> gate = account.hold(Operation.CREATE_RULE);
        Disposable run = alerts.create(plan().continuing(TTID + 9)).subscribe(made -> {}, failed -> {});
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 9));
        gate.tryEmitEmpty();
        assertThat(run.isDisposed()).isTrue();
        assertThat(account.configurations).containsOnlyKeys(TTID + 9);
    }

    @Test
    void namesTheContinuedOneWhereItCannotSeeWhoUsesIt() {
        account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
        Sinks.Empty<Void> gate = account.hold(Operation.LIST_RULES);
        List<Throwable> errors = new ArrayList<>();
        alerts.create(plan().continuing(TTID + 9)).subscribe(made -> {}, errors::add);
        account.fail(Operation.LIST_RULES, Fate.REFUSED);
        gate.tryEmitEmpty();
        assertThat(errors)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrphanedConfigurationException.class,
                        orphaned -> assertThat(orphaned.ttid()).isEqualTo(TTID + 9));
    }

    /** A run that is cancelled before it writes must not write afterwards. */
    @Test
    void startsNoWriteOfARunThatWasCancelledWhileItWaited() {
        Sinks.Empty<Void> gate = account.hold(Operation.LIST_RULES);
        Disposable run = alerts.create(plan()).subscribe();
        run.dispose();
        gate.tryEmitEmpty();
        assertNothing();
        assertThat(account.calls).doesNotContain("notifications.create");
    }

    @Test
    void takesBackWhatIsMadeAfterItWasCancelled() {
        assertCancelled(Operation.CREATE_NOTIFICATION);
        assertNothing();
        assertThat(account.calls).doesNotContain("rules.create").endsWith("notifications.delete");
        assertThat(account.cancelled).doesNotContain("notifications.create");
    }

    @Test
    void leavesAnAlertThatIsWholeAfterItWasCancelled() {
        assertCancelled(Operation.CREATE_RULE);
        assertWhole();
    }

    @Test
    void takesBackTheConfigurationOfARuleThatIsRefusedAfterItWasCancelled() {
        account.fail(Operation.CREATE_RULE, Fate.REFUSED);
        assertCancelled(Operation.CREATE_RULE);
        assertNothing();
    }

    @Test
    void takesBackTheConfigurationWhenCancelledWhileItIsKept() {
        alerts.create(plan(), ttid -> Mono.never()).subscribe().dispose();
        assertNothing();
    }

    @Test
    void writesNothingWhenCancelledBefore() {
        assertCancelled(Operation.LIST_USERS);
        assertNothing();
        assertThat(account.calls).endsWith("users.list");
        assertThat(account.cancelled).contains("users.list");
    }

    @Test
    void finishesTheCompensationWhenCancelled() {
        account.fail(Operation.CREATE_RULE, Fate.REFUSED);
        assertCancelled(Operation.DELETE_NOTIFICATION);
        assertNothing();
    }

    @Test
    void writesNothingWhenCancelledAtTheStart() {
        FlexAlertsClient client = PagedTransport.client(account).build();
        RuleConfigurations both = new RuleConfigurations(client.rules(), client.notificationConfigurations());
        AlertWrites.RuleWrite write =
                new AlertWrites.RuleWrite("alerts.create", client.rules()::create, rule -> true, told -> {});
        AlertWrites.of(write, plan(), both, AlertJournal.NOOP, plan().destinations())
                .subscribe(new BaseSubscriber<Alert>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        subscription.cancel();
                    }
                });
        assertThat(account.calls).isEmpty();
    }
}
