package io.github.flexalerts.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flexalerts.core.error.InvalidSpecException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DestinationsBuilderTest {
    private static final WebhookEndpoint HOOK = WebhookEndpoint.slack("https://hooks.example/x");

    @Test
    void takesEachListAtItsLimit() {
        Destinations built = Destinations.builder()
                .subscriptions(new Subscriptions(null, List.of(users(4), users(6))))
                .webhooks(Webhooks.of(HOOK))
                .emails(emails(10))
                .build();

        assertThat(built.requireComplete()).isSameAs(built);
        assertThat(built.emails().recipients()).hasSize(10);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                problem(
                        "nothing",
                        Destinations.builder(),
                        "destinations must contain at least one user, endpoint or address"),
                problem(
                        "lists that hold nothing",
                        Destinations.builder()
                                .subscriptions(new Subscriptions(null, List.of(Recipient.of())))
                                .webhooks(new Webhooks(null, List.of()))
                                .emails(new Emails(DeliveryDefaults.of(true), null, Map.of())),
                        "destinations must contain at least one user, endpoint or address"),
                problem(
                        "11 users over all recipients",
                        Destinations.builder().subscriptions(new Subscriptions(null, List.of(users(5), users(6)))),
                        "subscriptions.recipients must contain at most 10 users over all recipients, had 11"),
                problem(
                        "2 endpoints",
                        Destinations.builder().webhooks(new Webhooks(null, List.of(HOOK, HOOK))),
                        "webhooks.endpoints must contain at most 1 endpoint, had 2"),
                problem(
                        "11 addresses",
                        Destinations.builder().emails(emails(11)),
                        "emails.email_recipients must contain at most 10 addresses, had 11"),
                problem(
                        "a blank user",
                        Destinations.builder().subscriptions(Subscriptions.of(" ")),
                        "recipients.user_sids must not be blank"),
                problem(
                        "a blank URL",
                        Destinations.builder().webhooks(Webhooks.of(WebhookEndpoint.custom(""))),
                        "endpoints.url must not be blank"),
                problem(
                        "a blank address",
                        Destinations.builder().emails(Emails.of("\t")),
                        "email_recipients.email_address must not be blank"),
                problem(
                        "a type twice",
                        Destinations.builder()
                                .subscriptions(new Subscriptions(
                                        new SubscriptionDefaults(null, null, twice()),
                                        List.of(new Recipient(List.of("FU1"), twice(), null, null)))),
                        "recipients.notification_type must not contain a value twice",
                        "defaults.notification_type must not contain a value twice"),
                problem(
                        "what is missing",
                        Destinations.builder()
                                .subscriptions(new Subscriptions(
                                        null, List.of(new Recipient(null, null, null, null, Map.of()))))
                                .webhooks(Webhooks.of(new WebhookEndpoint(null, null, null, Map.of())))
                                .emails(new Emails(null, List.of(new EmailRecipient(null, Map.of())))),
                        "recipients.user_sids is missing",
                        "endpoints.type is missing",
                        "endpoints.url is missing",
                        "email_recipients.email_address is missing"),
                problem(
                        "missing lists",
                        Destinations.builder()
                                .subscriptions(new Subscriptions(null, null, Map.of()))
                                .webhooks(new Webhooks(null, null, Map.of())),
                        "subscriptions.recipients is missing",
                        "webhooks.endpoints is missing",
                        "destinations must contain at least one user, endpoint or address"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void namesEveryProblemAndNoValue(DestinationsBuilder builder, List<String> problems) {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(builder::build)
                .satisfies(invalid -> assertThat(invalid.problems()).containsExactlyElementsOf(problems));
    }

    @Test
    void leavesWhatTheServiceHadSetPastItsLimits() {
        Destinations theirs = new Destinations(
                new Subscriptions(null, List.of(users(11))),
                new Webhooks(null, List.of(HOOK, HOOK)),
                emails(12),
                Map.of());

        assertThat(theirs.toBuilder().webhooks(Webhooks.of(HOOK)).build().emails())
                .isEqualTo(emails(12));
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> theirs.toBuilder().emails(emails(11)).build());
    }

    @Test
    void refusesToSendNothing() {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(Destinations.NONE::requireComplete)
                .withMessage("destinations must contain at least one user, endpoint or address");
    }

    private static Arguments problem(String name, DestinationsBuilder builder, String... problems) {
        return Arguments.of(Named.of(name, builder), List.of(problems));
    }

    private static Recipient users(int count) {
        return Recipient.of(IntStream.range(0, count).mapToObj(i -> "FU" + i).toArray(String[]::new));
    }

    private static Emails emails(int count) {
        return Emails.of(Collections.nCopies(count, "a@example.com").toArray(String[]::new));
    }

    private static List<NotificationType> twice() {
        return List.of(NotificationType.TOAST, NotificationType.TOAST);
    }
}
