package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.AccountTransport.SUPPORT;
import static io.github.flexalerts.reactive.AccountTransport.TTID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.AccountTransport.Fate;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class AlertUpdateTest extends AlertScenario {
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
    void leavesNothingAfterAFailedUpdate(Fate fate) {
        String sid = create(AlertPlan.of(rule())).alert().rule().sid();
        account.fail(Operation.UPDATE_RULE, fate);
        Throwable error = failure(alerts.update(sid, mailed()));
        boolean done = fate == Fate.LOST_BUT_DONE || fate == Fate.UNREADABLE;
        assertThat(error == null).isEqualTo(done);
        assertThat(account.configurations).hasSize(fate == Fate.REFUSED ? 0 : 1);
        assertThat(error instanceof OrphanedConfigurationException).isEqualTo(!done && fate != Fate.REFUSED);
    }

    @Test
    void leavesTheChannelAndTheQueuesThatTheRuleHas() {
        account.rules.put("QY9", agents());
        Alert alert = one(alerts.describe("QY9"));
        account.calls.clear();
        one(alerts.update("QY9", AlertPlan.of(alert.rule().spec())));
        assertThat(account.calls).containsExactly("rules.fetch", "rules.update");
        assertThat(account.rules.get("QY9")).containsEntry("task_channel_sid", "");
    }

    @Test
    void looksUpOnlyWhatTheRuleDoesNotHave() {
        account.rules.put("QY9", agents());
        RuleSpec more = one(alerts.describe("QY9")).rule().spec().toBuilder()
                .taskQueueSids("WQ404", "Support")
                .build();
        one(alerts.update("QY9", AlertPlan.of(more)));
        assertThat(account.rules.get("QY9")).containsEntry("task_queue_sids", List.of("WQ404", SUPPORT));
        assertThat(account.calls).doesNotContain("channels.fetch");
    }

    @Test
    void sendsEveryKindOfDestinationSoThatNoneStays() {
        String sid = create(plan()).alert().rule().sid();
        one(alerts.update(sid, mailed()));
        assertThat(account.configurations.get(TTID + 1).get("destinations"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("subscriptions", null)
                .containsEntry("webhooks", null);
    }

    // --- interrupted anywhere, and repeated

    /** What an update changes about the configuration of a rule. */
    private enum Change {
        REPLACES,
        ADDS,
        TAKES_AWAY,
        NAMES_ANOTHER
    }

    static Stream<Arguments> kills() {
        return Stream.of(Change.values())
                .flatMap(change -> Stream.iterate(0, n -> n + 1).limit(10).map(n -> Arguments.of(change, n)));
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("kills")
    void finishesWhatAProcessThatWasKilledHadBegun(Change change, int answered) {
        String sid = standing(change);
        account.dieAfter(answered);
        Disposable killed = alerts.update(sid, plan(change), keeping()).subscribe();
        account.revive(); // the killed one still waits for its answer, and will not get it

        one(alerts.update(sid, kept.isEmpty() ? plan(change) : plan(change).continuing(kept.get(0))));
        assertUpdated(sid, change);
        killed.dispose();
    }

    static Stream<Arguments> failures() {
        List<Operation> steps = List.of(
                Operation.FETCH_RULE,
                Operation.LIST_RULES,
                Operation.DELETE_NOTIFICATION,
                Operation.CREATE_NOTIFICATION,
                Operation.UPDATE_NOTIFICATION,
                Operation.UPDATE_RULE,
                Operation.FETCH_NOTIFICATION);
        return Stream.of(Change.values())
                .flatMap(change -> steps.stream()
                        .flatMap(step -> Stream.of(Fate.values()).map(fate -> Arguments.of(change, step, fate))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("failures")
    void finishesWhatARunThatFailedHadBegun(Change change, Operation step, Fate fate) {
        String sid = standing(change);
        account.fail(step, fate);
        Throwable error = failure(alerts.update(sid, plan(change)));
        account.revive();
        account.comeLate();
        AlertPlan plan = plan(change);
        if (error instanceof OrphanedConfigurationException orphaned && orphaned.ttid() != null) {
            plan = plan.continuing(orphaned.ttid());
        } else if (error instanceof OrphanedConfigurationException) {
            account.configurations.clear(); // the one that nobody can name
        }
        one(alerts.update(sid, plan));
        assertUpdated(sid, change);
    }

    @Test
    void looksAgainAtAConfigurationThatAnotherRuleLetGoMeanwhile() {
        String sid = create(plan()).alert().rule().sid();
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 1));
        Sinks.Empty<Void> gate = account.hold(Operation.UPDATE_RULE);
        Disposable run = alerts.update(sid, AlertPlan.of(rule())).subscribe();
        account.rules.remove("QY9");
        gate.tryEmitEmpty();
        assertThat(run.isDisposed()).isTrue();
        assertThat(account.configurations).isEmpty();
    }

    @Test
    void namesASparedConfigurationThatItCannotLookAtAgain() {
        String sid = create(plan()).alert().rule().sid();
        account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 1));
        Sinks.Empty<Void> gate = account.hold(Operation.UPDATE_RULE);
        List<Throwable> errors = new ArrayList<>();
        alerts.update(sid, AlertPlan.of(rule())).subscribe(done -> {}, errors::add);
        account.fail(Operation.LIST_RULES, Fate.REFUSED);
        gate.tryEmitEmpty();
        assertThat(errors).singleElement().isInstanceOfSatisfying(OrphanedConfigurationException.class, orphaned -> {
            assertThat(orphaned.ttid()).isEqualTo(TTID + 1);
            assertThat(orphaned).hasMessageStartingWith("alerts.update failed and left the notification configuration");
        });
    }

    @Test
    void namesALeftoverThatItCannotDelete() {
        String sid = create(plan()).alert().rule().sid();
        account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
        account.fail(Operation.DELETE_NOTIFICATION, Fate.REFUSED);
        assertThat(failure(alerts.update(sid, mailed().continuing(TTID + 9))))
                .isInstanceOfSatisfying(
                        OrphanedConfigurationException.class,
                        orphaned -> assertThat(orphaned.ttid()).isEqualTo(TTID + 9));
    }

    private String standing(Change change) {
        if (change == Change.NAMES_ANOTHER) {
            account.configurations.put(TTID + 9, Map.of("ttid", TTID + 9));
            account.rules.put("QY9", Map.of("sid", "QY9", "notify_methods_id", TTID + 9));
        }
        AlertPlan before = change == Change.ADDS ? AlertPlan.of(rule()) : plan();
        String sid = create(before).alert().rule().sid();
        kept.clear();
        return sid;
    }

    private static AlertPlan plan(Change change) {
        RuleSpec off = rule().toBuilder().active(false).build();
        return switch (change) {
            case REPLACES, ADDS -> mailed();
            case TAKES_AWAY -> AlertPlan.of(off);
            case NAMES_ANOTHER ->
                AlertPlan.of(off.toBuilder().notifyMethodsId(TTID + 9).build());
        };
    }

    private void assertUpdated(String sid, Change change) {
        assertThat(account.rules.get(sid)).containsEntry("active", false);
        if (change == Change.TAKES_AWAY) {
            assertThat(account.configurations).isEmpty();
        } else {
            assertWhole();
        }
    }

    /** A rule on a metric of agents, which has no channel. */
    private static Map<String, Object> agents() {
        Map<String, Object> threshold =
                Map.of("threshold_type", "Critical", "threshold_operator", "Greater Than", "threshold_value", 1);
        return Map.of(
                "sid",
                "QY9",
                "rule_friendly_name",
                "n",
                "metric_id",
                "Available Agents (Now)",
                "task_channel_sid",
                "",
                "task_queue_sids",
                List.of("WQ404"),
                "active",
                true,
                "rule_thresholds",
                List.of(threshold),
                "notify_enabled",
                true);
    }
}
