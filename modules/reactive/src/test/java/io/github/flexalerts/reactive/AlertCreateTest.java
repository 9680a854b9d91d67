package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.AccountTransport.ANNA;
import static io.github.flexalerts.reactive.AccountTransport.SALES;
import static io.github.flexalerts.reactive.AccountTransport.SUPPORT;
import static io.github.flexalerts.reactive.AccountTransport.TTID;
import static io.github.flexalerts.reactive.AccountTransport.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.AccountTransport.Fate;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.codec.PageReader;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class AlertCreateTest extends AlertScenario {
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
    void createsARuleWithoutDestinationsWithoutAConfiguration() {
        AlertCreation made = create(AlertPlan.of(rule()));
        assertThat(made.alert().configuration()).isNull();
        assertThat(made.created()).isTrue();
        assertThat(create(AlertPlan.of(rule())).created()).isFalse();
        assertThat(account.configurations).isEmpty();
    }

    @Test
    void keepsAnExistingAlert() {
        create(plan());
        account.calls.clear();
        AlertCreation again = create(plan());

        assertThat(again.created()).isFalse();
        assertThat(again.alert().configuration()).isNotNull();
        assertThat(account.calls).doesNotContain("notifications.create", "rules.create", "rules.update");
    }

    @Test
    void createsANewConfigurationForARuleWithoutOne() {
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

    static Stream<Arguments> failures() {
        return STEPS.stream().flatMap(step -> Stream.of(Fate.values()).map(fate -> Arguments.of(step, fate)));
    }

    /** The promise of the workflow: nothing is left behind that the error does not name, and a repeat ends well. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("failures")
    void namesEverythingThatItLeaves(Operation step, Fate fate) {
        account.fail(step, fate);
        Throwable error = failure(alerts.create(plan(), keeping()));
        if (error == null) {
            assertThat(step).isEqualTo(Operation.CREATE_RULE);
            assertThat(fate).isIn(Fate.LOST_BUT_DONE, Fate.UNREADABLE);
            assertWhole();
            return;
        }
        assertThat(account.rules).isEmpty();
        boolean uncertain = fate != Fate.REFUSED;
        boolean mayCome = step == Operation.CREATE_RULE && uncertain;
        boolean mayBeLost = step == Operation.CREATE_NOTIFICATION && uncertain;
        assertThat(error instanceof OrphanedConfigurationException).isEqualTo(mayBeLost || mayCome);
        boolean stands = fate == Fate.LOST_BUT_DONE || fate == Fate.UNREADABLE;
        assertThat(account.configurations).hasSize(mayCome || (mayBeLost && stands) ? 1 : 0);

        account.comeLate();
        String named = mayCome ? ((OrphanedConfigurationException) error).ttid() : null;
        create(named == null ? plan() : plan().continuing(named));
        assertThat(account.rules).hasSize(1);
        if (mayCome) {
            assertWhole();
        }
    }

    /** A rule that is late would point at nothing, had its configuration been deleted. */
    @Test
    void keepsTheConfigurationOfARuleThatMayStillCome() {
        account.fail(Operation.CREATE_RULE, Fate.LATE);
        assertThat(failure(alerts.create(plan())))
                .isInstanceOfSatisfying(
                        OrphanedConfigurationException.class,
                        orphaned -> assertThat(orphaned.ttid()).isEqualTo(TTID + 1))
                .hasCauseInstanceOf(AmbiguousOutcomeException.class);
        account.comeLate();
        assertWhole();
        assertThat(create(plan().continuing(TTID + 1)).created()).isFalse();
        assertThat(account.rules).hasSize(1);
        assertWhole();
    }

    @Test
    void addsTheConfigurationOfThePlanToARuleWithoutOne() {
        create(AlertPlan.of(rule()));
        AlertCreation made = create(mailed());
        assertThat(made.created()).isFalse();
        assertThat(made.alert().configuration().destinations().emails()).isEqualTo(Emails.of("ops@example.com"));
        assertThat(made.alert().rule().spec().active()).isTrue();
        assertThat(account.rules).hasSize(1);
        assertWhole();
    }

    @Test
    void makesNothingForARuleThatCannotBeSentBack() {
        create(plan());
        account.configurations.clear();
        account.rules.values().forEach(rule -> rule.put("rule_thresholds", "many"));
        assertThat(failure(alerts.create(plan()))).isInstanceOf(InvalidSpecException.class);
        assertThat(account.calls).containsOnlyOnce("notifications.create");
    }

    /** The id is opaque, so a path takes whatever it is. */
    @Test
    void takesBackAConfigurationWithAnIdOfAnyShape() {
        account.nextTtid = "flex.notification:ä/1 2";
        account.fail(Operation.CREATE_RULE, Fate.REFUSED);
        assertThat(failure(alerts.create(plan()))).isInstanceOf(ApiException.class);
        assertNothing();
        String sid = create(plan()).alert().rule().sid();
        assertThat(one(alerts.describe(sid)).configuration()).isNotNull();
        assertThat(delete(sid)).isTrue();
        assertNothing();
    }

    @Test
    void namesAConfigurationWithAnInvalidSid() {
        account.nextTtid = "..";
        account.fail(Operation.CREATE_RULE, Fate.REFUSED);
        assertThat(failure(alerts.create(plan())))
                .isInstanceOfSatisfying(OrphanedConfigurationException.class, orphaned -> {
                    assertThat(orphaned.ttid()).isEqualTo("..");
                    assertThat(orphaned).hasCauseInstanceOf(ApiException.class);
                });
    }

    @Test
    void findsTheSidNextToAnUnreadableMember() {
        account.answeredDestinations = Map.of(
                "subscriptions",
                Map.of("recipients", List.of(Map.of("user_sids", List.of(ANNA), "notification_type", "in_app"))));
        assertThat(create(plan()).alert().configuration().ttid()).isEqualTo(TTID + 1);
        assertThat(create(plan()).created()).isFalse();
        assertWhole();
    }

    @Test
    void readsBackTheRuleAfterAnErrorOfACustomCodec() {
        JsonCodec theirs = new JsonCodec() {
            @Override
            public byte[] write(Object value) {
                return JsonCodec.standard().write(value);
            }

            @Override
            public <T> T read(byte[] json, Class<T> type) {
                if (type == Rule.class) {
                    throw new IllegalStateException("a fault of the codec's own");
                }
                return JsonCodec.standard().read(json, type);
            }

            @Override
            public <T> PageReader<T> pageReader(String key, Class<T> type, int maxItemBytes, long maxBodyBytes) {
                return JsonCodec.standard().pageReader(key, type, maxItemBytes, maxBodyBytes);
            }
        };
        FlexAlertsClient client = PagedTransport.client(account)
                .retry(RetryPolicy.none())
                .codec(theirs)
                .build();
        one(client.alerts().create(plan()));
        assertWhole();
    }

    @Test
    void warnsOfAConfigurationWithAnUnknownSid() {
        account.fail(Operation.CREATE_NOTIFICATION, Fate.LOST);
        assertThat(failure(alerts.create(plan())))
                .isInstanceOfSatisfying(
                        OrphanedConfigurationException.class,
                        orphaned -> assertThat(orphaned.ttid()).isNull())
                .hasCauseInstanceOf(AmbiguousOutcomeException.class)
                .hasMessageStartingWith("alerts.create failed and may have left a notification configuration with an "
                        + "unknown id: notifications.create may or may not have been processed");
    }

    @ParameterizedTest
    @EnumSource(value = Fate.class, mode = EnumSource.Mode.EXCLUDE, names = "UNREADABLE")
    void namesTheConfigurationThatItCannotDelete(Fate fate) {
        account.fail(Operation.CREATE_RULE, Fate.REFUSED).fail(Operation.DELETE_NOTIFICATION, fate);
        OrphanedConfigurationException error =
                (OrphanedConfigurationException) failure(alerts.create(plan(), keeping()));

        assertThat(error.ttid()).isEqualTo(TTID + 1);
        assertThat(error).hasMessageContaining("left the notification configuration " + TTID + 1);
        assertThat(error.getSuppressed()).isNotEmpty();
        assertThat(create(plan().continuing(kept.get(0))).created()).isTrue();
        assertWhole();
    }

    @Test
    void deletesNothingIfItCannotReadBackTheRule() {
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
}
