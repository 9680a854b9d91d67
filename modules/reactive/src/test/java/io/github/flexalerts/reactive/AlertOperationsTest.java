package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.AccountTransport.ANNA;
import static io.github.flexalerts.reactive.AccountTransport.SALES;
import static io.github.flexalerts.reactive.AccountTransport.SUPPORT;
import static io.github.flexalerts.reactive.AccountTransport.TTID;
import static io.github.flexalerts.reactive.AccountTransport.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.UnresolvedNameException;
import io.github.flexalerts.core.error.UnresolvedNameException.Kind;
import io.github.flexalerts.core.error.UnresolvedNameException.Reason;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.notification.Recipient;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.AccountTransport.Fate;
import io.github.flexalerts.reactive.transport.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class AlertOperationsTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final List<Operation> STEPS = List.of(
            Operation.FETCH_CONFIGURATION,
            Operation.FETCH_CHANNEL,
            Operation.LIST_QUEUES,
            Operation.LIST_USERS,
            Operation.LIST_RULES,
            Operation.CREATE_NOTIFICATION,
            Operation.CREATE_RULE);

    private final AccountTransport account = new AccountTransport();
    private final List<String> kept = new ArrayList<>();
    private final AlertOperations alerts =
            PagedTransport.client(account).retry(RetryPolicy.none()).build().alerts();

    // --- create

    @Test
    void makesSidsOfNamesThenTheConfigurationThenTheRule() {
        AlertCreation made = create(plan());

        assertThat(made.created()).isTrue();
        assertThat(made.alert().rule().spec().taskChannelSid()).isEqualTo(VOICE);
        assertThat(made.alert().rule().spec().taskQueueSids()).containsExactly(SALES, SUPPORT);
        assertThat(made.alert().rule().spec().notification().methodsId())
                .isEqualTo(made.alert().configuration().ttid());
        assertThat(made.alert().configuration().destinations().subscriptions()).isEqualTo(Subscriptions.of(ANNA));
        assertThat(account.calls).isEqualTo(STEPS.stream().map(Operation::id).toList());
        assertThat(kept).containsExactly(TTID + 1);
    }

    @Test
    void takesSidsWhereNamesMayStand() {
        RuleSpec rule = rule().toBuilder()
                .taskChannelSid(VOICE)
                .taskQueueSids(SUPPORT, "Support")
                .build();
        AlertCreation made = create(AlertPlan.of(
                rule,
                Destinations.builder()
                        .subscriptions(
                                new Subscriptions(null, List.of(Recipient.of(ANNA), Recipient.of("anna@example.com"))))
                        .build()));

        assertThat(made.alert().rule().spec().taskQueueSids()).containsExactly(SUPPORT);
        assertThat(made.alert().configuration().destinations().subscriptions().recipients())
                .containsExactly(Recipient.of(ANNA), Recipient.of(ANNA));
    }

    @Test
    void asksForNoUsersWhereNoneIsNotified() {
        create(AlertPlan.of(
                rule(),
                Destinations.builder().emails(Emails.of("ops@example.com")).build()));
        assertThat(account.calls).doesNotContain("users.list");
    }

    @Test
    void createsARuleWithoutDestinationsWithoutAConfiguration() {
        AlertCreation made = create(AlertPlan.of(rule()));
        assertThat(made.alert().configuration()).isNull();
        assertThat(made.created()).isTrue();
        assertThat(create(AlertPlan.of(rule())).created()).isFalse();
        assertThat(account.configurations).isEmpty();
    }

    @Test
    void leavesAnAlertThatStands() {
        create(plan());
        account.calls.clear();
        AlertCreation again = create(plan());

        assertThat(again.created()).isFalse();
        assertThat(again.alert().configuration()).isNotNull();
        assertThat(account.calls).doesNotContain("notifications.create", "rules.create", "rules.update");
    }

    @Test
    void makesANewConfigurationForARuleWhoseOwnIsGone() {
        create(plan());
        account.configurations.clear();
        AlertCreation again = create(plan());

        assertThat(again.created()).isFalse();
        assertThat(account.rules).hasSize(1);
        assertWhole();
    }

    @Test
    void checksWhatIsNamedBeforeAnythingIsSent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PagedTransport.client(account)
                        .credentials(Credentials.apiKey("SK1", "s"))
                        .build()
                        .alerts())
                .withMessageContaining("accountSid");
        Mono<AlertCreation> unused = alerts.create(plan());
        assertThat(unused).isNotNull();
        assertThat(account.calls).isEmpty();
    }

    static Stream<Arguments> unresolved() {
        return Stream.of(
                Arguments.of("a channel that is not there", plan("fax", "anna", "Sales"), Kind.TASK_CHANNEL, 1),
                Arguments.of("a channel that no path can hold", plan("..", "anna", "Sales"), Kind.TASK_CHANNEL, 1),
                Arguments.of("a queue that is not there", plan("voice", "anna", "Sales", "sales"), Kind.TASK_QUEUE, 2),
                Arguments.of("a queue by a SID that is not there", plan("voice", "anna", "WQ9"), Kind.TASK_QUEUE, 1),
                Arguments.of("a user who is not there", plan("voice", "berta", "Sales"), Kind.USER, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unresolved")
    void refusesWhatIsNotThere(String name, AlertPlan plan, Kind kind, int position) {
        assertUnresolved(plan, kind, Reason.MISSING, position);
    }

    @Test
    void refusesAQueueNameThatTwoQueuesBear() {
        account.queues.add(Map.of("sid", "WQ3", "friendly_name", "Sales"));
        UnresolvedNameException error = assertUnresolved(plan(), Kind.TASK_QUEUE, Reason.AMBIGUOUS, 1);
        assertThat(error.sids()).containsExactly(SALES, "WQ3");
        assertThat(error)
                .hasMessage("alerts.create not sent: task queue 1 of the plan is ambiguous, several bear that name ("
                        + SALES + ", WQ3)");
    }

    @Test
    void refusesAUserWhoIsDeactivated() {
        account.users.clear();
        account.users.add(Map.of("flex_user_sid", ANNA, "username", "anna", "deactivated", true));
        UnresolvedNameException error = assertUnresolved(plan(), Kind.USER, Reason.DEACTIVATED, 1);
        assertThat(error).hasMessage("alerts.create not sent: user 1 of the plan is deactivated (" + ANNA + ")");
        assertThat(error.name()).isEqualTo("anna");
        assertUnresolved(plan("voice", ANNA, "Sales"), Kind.USER, Reason.DEACTIVATED, 1);
    }

    @Test
    void prefersTheActiveOneOfTwoUsersOfOneName() {
        account.users.add(Map.of("flex_user_sid", "FU9", "username", "anna", "deactivated", true));
        assertThat(create(plan()).alert().configuration().destinations().subscriptions())
                .isEqualTo(Subscriptions.of(ANNA));
    }

    @Test
    void refusesAnAccountWithoutAWorkspaceAndTheWorkspaceOfAnotherInstance() {
        account.configuration.put("flex_instance_sid", "GO9");
        assertUnresolved(plan(), Kind.WORKSPACE, Reason.MISSING, 1);
        account.configuration.remove("flex_instance_sid");
        account.configuration.remove("taskrouter_workspace_sid");
        assertUnresolved(plan(), Kind.WORKSPACE, Reason.MISSING, 1);
    }

    static Stream<Arguments> failures() {
        return STEPS.stream().flatMap(step -> Stream.of(Fate.values()).map(fate -> Arguments.of(step, fate)));
    }

    /** The promise of the workflow: nothing is left behind that the error does not name, and a repeat ends well. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("failures")
    void leavesNothingBehindThatItDoesNotName(Operation step, Fate fate) {
        account.fail(step, fate);
        FlexAlertsException error = failure(alerts.create(plan(), keeping()));
        if (error == null) {
            assertThat(step).isEqualTo(Operation.CREATE_RULE);
            assertThat(fate).isIn(Fate.LOST_BUT_DONE, Fate.UNREADABLE);
            assertWhole();
            return;
        }
        assertThat(account.rules).isEmpty();
        boolean mayBeLost = step == Operation.CREATE_NOTIFICATION && fate != Fate.REFUSED;
        assertThat(error instanceof OrphanedConfigurationException).isEqualTo(mayBeLost);
        assertThat(account.configurations.isEmpty())
                .isEqualTo(!(mayBeLost && (fate == Fate.LOST_BUT_DONE || fate == Fate.UNREADABLE)));

        assertThat(create(plan()).created()).isTrue();
        assertThat(account.rules).hasSize(1);
    }

    @Test
    void saysThatAConfigurationMayStandWhoseIdNobodyKnows() {
        account.fail(Operation.CREATE_NOTIFICATION, Fate.LOST);
        assertThat(failure(alerts.create(plan())))
                .isInstanceOfSatisfying(
                        OrphanedConfigurationException.class,
                        orphaned -> assertThat(orphaned.ttid()).isNull())
                .hasCauseInstanceOf(AmbiguousOutcomeException.class)
                .hasMessageStartingWith(
                        "alerts.create failed and may have left a notification configuration whose id no "
                                + "answer told: notifications.create may or may not have been processed");
    }

    @ParameterizedTest
    @EnumSource(value = Fate.class, mode = EnumSource.Mode.EXCLUDE, names = "UNREADABLE")
    void namesTheConfigurationThatItCannotDelete(Fate fate) {
        account.fail(Operation.CREATE_RULE, Fate.REFUSED).fail(Operation.DELETE_NOTIFICATION, fate);
        OrphanedConfigurationException error =
                (OrphanedConfigurationException) failure(alerts.create(plan(), keeping()));

        assertThat(error.ttid()).isEqualTo(TTID + 1);
        assertThat(error).hasMessageContaining("left the notification configuration " + TTID + 1);
        assertThat(error.getSuppressed()).hasAtLeastOneElementOfType(FlexAlertsException.class);
        assertThat(create(plan().continuing(kept.get(0))).created()).isTrue();
        assertWhole();
    }

    @Test
    void deletesNothingWhereItCannotSeeWhetherTheRuleStands() {
        account.fail(Operation.CREATE_RULE, Fate.LOST_BUT_DONE);
        Sinks.Empty<Void> gate = account.hold(Operation.CREATE_RULE);
        List<Throwable> errors = new ArrayList<>();
        alerts.create(plan()).subscribe(made -> {}, errors::add);
        account.fail(Operation.LIST_RULES, Fate.REFUSED);
        gate.tryEmitEmpty();

        assertThat(errors).singleElement().isInstanceOfSatisfying(OrphanedConfigurationException.class, orphaned -> {
            assertThat(orphaned.ttid()).isEqualTo(TTID + 1);
            assertThat(orphaned).hasCauseInstanceOf(AmbiguousOutcomeException.class);
        });
        assertWhole();
    }

    @Test
    void takesTheConfigurationBackWhereTheJournalFails() {
        IllegalStateException full = new IllegalStateException("disk full at /home/anna");
        alerts.create(plan(), ttid -> Mono.error(full))
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(full))
                .verify(LIMIT);
        assertNothing();

        account.fail(Operation.DELETE_NOTIFICATION, Fate.REFUSED);
        alerts.create(plan(), ttid -> Mono.error(full))
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(OrphanedConfigurationException.class)
                        .hasMessageEndingWith(": IllegalStateException"))
                .verify(LIMIT);
    }

    // --- a process that ends, and another that goes on

    static Stream<Integer> calls() {
        return Stream.iterate(0, n -> n + 1).limit(STEPS.size() + 1L);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void goesOnWhereAProcessWasKilled(int answered) {
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
    void leavesAContinuedConfigurationThatAnotherRuleUses() {
        account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 9));
        account.fail(Operation.CREATE_RULE, Fate.REFUSED);
        assertThat(failure(alerts.create(plan().continuing(TTID + 9)))).isInstanceOf(ApiException.class);
        assertThat(account.configurations).containsOnlyKeys(TTID + 9);
    }

    // --- cancelling

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
    void takesBackAgainWhenCancelledWhileItTakesBack() {
        account.fail(Operation.CREATE_RULE, Fate.REFUSED);
        assertCancelled(Operation.DELETE_NOTIFICATION);
        assertNothing();
    }

    // --- describe

    @Test
    void describesTheRuleWithItsConfiguration() {
        String sid = create(plan()).alert().rule().sid();
        assertThat(one(alerts.describe(sid)).configuration().ttid()).isEqualTo(TTID + 1);
        account.configurations.clear();
        assertThat(one(alerts.describe(sid)).configuration()).isNull();
        alerts.describe("QY404")
                .as(StepVerifier::create)
                .expectError(NotFoundException.class)
                .verify(LIMIT);
    }

    // --- update

    @Test
    void replacesBothInTheirPlaces() {
        String sid = create(plan()).alert().rule().sid();
        Alert updated = one(alerts.update(sid, mailed()));

        assertThat(updated.configuration().ttid()).isEqualTo(TTID + 1);
        assertThat(updated.configuration().destinations().emails()).isEqualTo(Emails.of("ops@example.com"));
        assertThat(updated.rule().spec().active()).isFalse();
        assertWhole();
    }

    @Test
    void makesAConfigurationForARuleThatHasNone() {
        String sid = create(AlertPlan.of(rule())).alert().rule().sid();
        one(alerts.update(sid, mailed(), keeping()));
        assertThat(kept).hasSize(1);
        assertWhole();
    }

    @Test
    void deletesTheConfigurationThatARuleNoLongerRefersTo() {
        String sid = create(plan()).alert().rule().sid();
        assertThat(one(alerts.update(sid, AlertPlan.of(rule()))).configuration())
                .isNull();
        assertThat(account.configurations).isEmpty();
    }

    @Test
    void keepsTheConfigurationThatAnotherRuleRefersTo() {
        String sid = create(plan()).alert().rule().sid();
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 1));
        one(alerts.update(sid, AlertPlan.of(rule())));
        assertThat(account.configurations).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void finishesAnUpdateThatFailedOnTheRule(Fate fate) {
        String sid = create(plan()).alert().rule().sid();
        account.fail(Operation.UPDATE_RULE, fate);
        assertThat(failure(alerts.update(sid, mailed()))).isNotNull();
        assertThat(one(alerts.update(sid, mailed())).rule().spec().active()).isFalse();
        assertWhole();
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void leavesNothingBehindOfAnUpdateThatFailed(Fate fate) {
        String sid = create(AlertPlan.of(rule())).alert().rule().sid();
        account.fail(Operation.UPDATE_RULE, fate);
        FlexAlertsException error = failure(alerts.update(sid, mailed()));
        boolean done = fate == Fate.LOST_BUT_DONE || fate == Fate.UNREADABLE;
        assertThat(error == null).isEqualTo(done);
        assertThat(account.configurations).hasSize(done ? 1 : 0);
    }

    // --- delete

    @Test
    void deletesTheConfigurationThenTheRule() {
        String sid = create(plan()).alert().rule().sid();
        account.calls.clear();
        delete(sid);
        assertNothing();
        assertThat(account.calls).containsExactly("rules.fetch", "rules.list", "notifications.delete", "rules.delete");
    }

    @Test
    void keepsAConfigurationThatAnotherRuleRefersToWhenTheRuleGoes() {
        String sid = create(plan()).alert().rule().sid();
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 1));
        delete(sid);
        assertThat(account.rules).containsOnlyKeys("QY9");
        assertThat(account.configurations).hasSize(1);
    }

    @Test
    void passesOverWhatIsGone() {
        delete("QY404");
        String sid = create(plan()).alert().rule().sid();
        account.configurations.clear();
        delete(sid);
        assertNothing();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"FETCH_RULE", "LIST_RULES", "DELETE_NOTIFICATION", "DELETE_RULE"})
    void finishesADeleteThatFailed(Operation step) {
        for (Fate fate : Fate.values()) {
            String sid = create(plan()).alert().rule().sid();
            account.fail(step, fate);
            failure(alerts.delete(sid));
            delete(sid);
            assertNothing();
        }
    }

    // --- of the tests

    private static AlertPlan plan() {
        return plan("voice", "anna", "Sales", "Support");
    }

    private static AlertPlan plan(String channel, String user, String... queues) {
        RuleSpec rule =
                rule().toBuilder().taskChannelSid(channel).taskQueueSids(queues).build();
        return AlertPlan.of(
                rule,
                Destinations.builder().subscriptions(Subscriptions.of(user)).build());
    }

    private static AlertPlan mailed() {
        return AlertPlan.of(
                rule().toBuilder().active(false).build(),
                Destinations.builder().emails(Emails.of("ops@example.com")).build());
    }

    private static RuleSpec rule() {
        return RuleOperationsTest.spec("x").toBuilder()
                .taskChannelSid("voice")
                .taskQueueSids("Sales")
                .build();
    }

    private AlertJournal keeping() {
        return ttid -> Mono.fromRunnable(() -> kept.add(ttid));
    }

    private AlertCreation create(AlertPlan plan) {
        return one(alerts.create(plan, keeping()));
    }

    private void delete(String sid) {
        alerts.delete(sid).as(StepVerifier::create).expectComplete().verify(LIMIT);
    }

    private void assertCancelled(Operation while_) {
        Sinks.Empty<Void> gate = account.hold(while_);
        Disposable run = alerts.create(plan()).subscribe();
        assertThat(account.calls).endsWith(while_.id());
        run.dispose();
        gate.tryEmitEmpty();
    }

    private UnresolvedNameException assertUnresolved(AlertPlan plan, Kind kind, Reason reason, int position) {
        UnresolvedNameException error = (UnresolvedNameException) failure(alerts.create(plan));
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.position()).isEqualTo(position);
        assertThat(error.getMessage()).doesNotContain("anna", "Sales", "berta", "fax");
        assertNothing();
        return error;
    }

    private void assertNothing() {
        assertThat(account.rules).isEmpty();
        assertThat(account.configurations).isEmpty();
    }

    /** Every configuration has its rule, and every rule that refers to one has it. */
    private void assertWhole() {
        Set<Object> referred = account.rules.values().stream()
                .map(rule -> rule.get("notify_methods_id"))
                .collect(Collectors.toSet());
        assertThat(referred).isEqualTo(account.configurations.keySet()).isNotEmpty();
    }

    private static FlexAlertsException failure(Mono<?> run) {
        return (FlexAlertsException)
                run.then(Mono.<Throwable>empty()).onErrorResume(Mono::just).block(LIMIT);
    }

    private static <T> T one(Mono<T> run) {
        T value = run.block(LIMIT);
        assertThat(value).isNotNull();
        return value;
    }
}
