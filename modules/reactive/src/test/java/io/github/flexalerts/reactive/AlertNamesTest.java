package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.AccountTransport.ANNA;
import static io.github.flexalerts.reactive.AccountTransport.SALES;
import static io.github.flexalerts.reactive.AccountTransport.SUPPORT;
import static io.github.flexalerts.reactive.AccountTransport.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.error.UnresolvedNameException;
import io.github.flexalerts.core.error.UnresolvedNameException.Kind;
import io.github.flexalerts.core.error.UnresolvedNameException.Reason;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.notification.Recipient;
import io.github.flexalerts.core.notification.Subscriptions;
import io.github.flexalerts.core.rule.RuleSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlertNamesTest extends AlertScenario {
    @Test
    void acceptsSidsInPlaceOfNames() {
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

    @Test
    void refusesTwoActiveUsersOfOneAddress() {
        account.users.add(Map.of("flex_user_sid", "FU9", "username", "ann", "email", "anna@example.com"));
        UnresolvedNameException error =
                assertUnresolved(plan("voice", "anna@example.com", "Sales"), Kind.USER, Reason.AMBIGUOUS, 1);
        assertThat(error.sids()).containsExactly(ANNA, "FU9");
    }

    @Test
    void takesASidBeforeANameThatIsTheSame() {
        account.users.add(Map.of("flex_user_sid", "FU9", "username", ANNA));
        account.queues.add(Map.of("sid", "WQ3", "friendly_name", SALES));
        AlertCreation made = create(plan("voice", ANNA, SALES, "Support"));
        assertThat(made.alert().configuration().destinations().subscriptions()).isEqualTo(Subscriptions.of(ANNA));
        assertThat(made.alert().rule().spec().taskQueueSids()).containsExactly(SALES, SUPPORT);
    }

    @Test
    void takesNoNameWithSpacesAroundItForThatWithout() {
        assertUnresolved(plan("voice", "anna", " Sales"), Kind.TASK_QUEUE, Reason.MISSING, 1);
        assertUnresolved(plan("voice", "anna ", "Sales"), Kind.USER, Reason.MISSING, 1);
        assertUnresolved(plan(" voice", "anna", "Sales"), Kind.TASK_CHANNEL, Reason.MISSING, 1);
    }

    @Test
    void takesNoChannelThatTheServiceAnswersForAnotherName() {
        account.answersAnyChannel = true;
        assertUnresolved(plan("VOICE", "anna", "Sales"), Kind.TASK_CHANNEL, Reason.MISSING, 1);
        create(plan(VOICE, "anna", "Sales"));
    }

    @Test
    void walksNoListForQueuesThatAreNamedBySid() {
        create(plan("voice", "anna", SALES, SUPPORT));
        assertThat(account.calls).contains("queues.fetch").doesNotContain("queues.list");
    }

    @Test
    void findsAQueueWhoseNameLooksLikeASid() {
        String name = "WQ000000000000000000000000000000ff";
        account.queues.add(Map.of("sid", "WQ3", "friendly_name", name));
        assertUnresolved(plan("voice", "anna", SALES, name.replace('f', 'e')), Kind.TASK_QUEUE, Reason.MISSING, 2);
        assertThat(create(plan("voice", "anna", SALES, name))
                        .alert()
                        .rule()
                        .spec()
                        .taskQueueSids())
                .containsExactly(SALES, "WQ3");
    }

    @Test
    void doesNotFetchAWorkspaceThatIsConfigured() {
        AlertOperations told = PagedTransport.client(account)
                .retry(RetryPolicy.none())
                .workspaceSid("WS1")
                .build()
                .lane(Lane.BULK)
                .forInstance(PagedTransport.INSTANCE)
                .alerts();
        one(told.create(plan()));
        assertThat(account.calls).doesNotContain("configuration.fetch").contains("channels.fetch");
    }

    @Test
    void asksForTheWorkspaceOfAnotherInstance() {
        AlertOperations other = PagedTransport.client(account)
                .retry(RetryPolicy.none())
                .workspaceSid("WS1")
                .build()
                .forInstance("GO9")
                .alerts();
        assertThat(failure(other.create(plan())))
                .isInstanceOfSatisfying(
                        UnresolvedNameException.class,
                        unresolved -> assertThat(unresolved.kind()).isEqualTo(Kind.WORKSPACE));
    }
}
