package io.github.flexalerts.core.notification;

import static io.github.flexalerts.core.Fixtures.FOREIGN;
import static io.github.flexalerts.core.Fixtures.assertKeepsAll;
import static io.github.flexalerts.core.Fixtures.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.flexalerts.core.error.InvalidSpecException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NotificationConfigurationTest {
    private static final String TTID = "flex_notificationconfiguration_01aaaaaaaaaaaaaaaaaaaaaaaa";

    @ParameterizedTest
    @ValueSource(
            strings = {"notifications.create/response", "notifications.fetch/response", "notifications.update/response"
            })
    void keepsAllOfAnAnswer(String name) {
        NotificationConfiguration configuration = assertKeepsAll(sample(name), NotificationConfiguration.class);

        assertThat(configuration.ttid()).isEqualTo(TTID);
        assertThat(configuration.instanceSid()).isEqualTo("GO00000000000000000000000000000009");
        assertThat(configuration.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notifications.create/request", "notifications.update/request"})
    void keepsAllOfABody(String name) {
        assertKeepsAll(sample(name).get("destinations"), Destinations.class).requireComplete();
    }

    @Test
    void readsTheSampleOfTheReference() {
        Destinations read = FOREIGN.treeToValue(sample("notifications.fetch/response"), NotificationConfiguration.class)
                .destinations();

        assertThat(read)
                .isEqualTo(Destinations.builder()
                        .subscriptions(new Subscriptions(
                                new SubscriptionDefaults(true, true, List.of(NotificationType.IN_APP)),
                                List.of(new Recipient(
                                        List.of("FU00000000000000000000000000000009"),
                                        List.of(NotificationType.IN_APP, NotificationType.TOAST),
                                        null,
                                        null))))
                        .webhooks(new Webhooks(
                                DeliveryDefaults.of(true), List.of(WebhookEndpoint.custom("https://ops.example/hook"))))
                        .emails(new Emails(DeliveryDefaults.of(true), List.of(EmailRecipient.of("ops@example.com"))))
                        .build());
    }

    @Test
    void keepsWhatTheReferenceDoesNotNameAtEveryLevel() {
        NotificationConfiguration configuration =
                assertKeepsAll(FOREIGN.readTree("""
                        {
                          "ttid": "t", "new": 1,
                          "destinations": {
                            "new": {"a": [null, 1.5]},
                            "subscriptions": {
                              "new": 2,
                              "defaults": {"new": 3},
                              "recipients": [{"user_sids": [], "new": 4}]
                            },
                            "webhooks": {"new": 5, "defaults": {"new": 6}, "endpoints": [{"new": 7}]},
                            "emails": {"new": 8, "email_recipients": [{"new": 9}]}
                          }
                        }
                        """), NotificationConfiguration.class);

        assertThat(configuration.unread()).containsOnly(Map.entry("new", 1));
        assertThat(configuration).asString().contains("unread=1").doesNotContain("new");
    }

    @Test
    void keepsWhatTheReferenceDoesNotNameWhenADestinationChanges() {
        Destinations read = FOREIGN.readValue("{\"push\":{\"a\":1}}", Destinations.class);

        assertThat(read.toBuilder().emails(Emails.of("a@example.com")).build().unread())
                .containsOnlyKeys("push");
        assertThat(new Recipient(List.of("FU1"), null, null, null, Map.of("a", 1))
                        .withUserSids(List.of("FU2"))
                        .unread())
                .containsOnlyKeys("a");
        assertThat(new Subscriptions(null, List.of(), Map.of("a", 1))
                        .withRecipients(List.of(Recipient.of("FU2")))
                        .unread())
                .containsOnlyKeys("a");
    }

    @Test
    void isEmptyWhereTheAnswerHasNoDestinations() {
        assertThat(FOREIGN.readValue("{}", NotificationConfiguration.class).destinations())
                .isEqualTo(Destinations.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'emails':5}                                       | destinations.emails",
                "{'emails':{'email_recipients':'x'}}                | emails.email_recipients",
                "{'emails':{'email_recipients':['ops@example.com']}}| emails.email_recipients",
                "{'emails':{'email_recipients':[{'email_address':5}]}}| email_recipients.email_address",
                "{'emails':{'defaults':true}}                       | emails.defaults",
                "{'emails':{'defaults':{'enabled':'yes'}}}          | emails.defaults.enabled",
                "{'webhooks':{'endpoints':[null]}}                  | webhooks.endpoints",
                "{'webhooks':{'defaults':7,'endpoints':[]}}         | webhooks.defaults",
                "{'webhooks':{'endpoints':[{'type':5,'url':'u'}]}}  | endpoints.type",
                "{'webhooks':{'endpoints':[{'type':'t','url':{}}]}} | endpoints.url",
                "{'subscriptions':{'defaults':{'notification_type':'in_app'},'recipients':[]}}"
                        + "| subscriptions.defaults.notification_type",
                "{'subscriptions':{'recipients':[{'user_sids':['FU1'],'notification_type':'toast'}]}}"
                        + "| recipients.notification_type",
                "{'subscriptions':{'recipients':[{'user_sids':['FU1', 5]}]}} | recipients.user_sids",
            })
    void keepsAShapeThatItCannotReadAndSendsNoneOfIt(String json, String member) {
        JsonNode answer = FOREIGN.readTree(
                "{'ttid':'t','destinations':%s}".formatted(json).replace('\'', '"'));
        NotificationConfiguration read = assertKeepsAll(answer, NotificationConfiguration.class);

        assertThat(read.ttid()).isEqualTo("t");
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> read.destinations().requireComplete())
                .withMessageContaining(member + " has another shape than the reference documents")
                .withMessageNotContaining("missing");
    }

    @Test
    void keepsTheIdBesideDestinationsThatItCannotRead() {
        NotificationConfiguration read = assertKeepsAll(
                FOREIGN.readTree("{\"ttid\":\"t\",\"destinations\":[1]}"), NotificationConfiguration.class);
        assertThat(read.ttid()).isEqualTo("t");
        assertThat(read.destinations()).isEqualTo(Destinations.NONE);
        assertThat(read.unread()).containsOnlyKeys("destinations");
    }

    @Test
    void sendsWhatIsSetInPlaceOfWhatItCouldNotRead() {
        Destinations read = FOREIGN.readValue("{\"emails\":5,\"push\":1}", Destinations.class);
        Destinations set = read.toBuilder().emails(Emails.of("a@example.com")).build();
        assertThat(set.requireComplete().unread()).containsOnlyKeys("push");
    }

    @Test
    void printsNoUserUrlOrAddress() {
        NotificationConfiguration configuration =
                FOREIGN.treeToValue(sample("notifications.create/response"), NotificationConfiguration.class);

        assertThat(configuration)
                .asString()
                .contains(TTID, "in_app", "slack", "enabled=false", "***")
                .doesNotContain("FU0", "hooks.", "example", "ops");
        assertThat(new EmailRecipient(null, Map.of())).hasToString("EmailRecipient[address=null]");
        assertThat(new WebhookEndpoint(null, null, null, Map.of()))
                .hasToString("WebhookEndpoint[type=null, url=null, enabled=null]");
        assertThat(new Recipient(null, null, null, null, Map.of())).asString().startsWith("Recipient[users=null");
    }

    @Test
    void takesOpenValuesThatAreNotDocumented() {
        assertThat(FOREIGN.readValue("\"pigeon\"", NotificationType.class)).isEqualTo(NotificationType.of("pigeon"));
        assertThat(FOREIGN.writeValueAsString(WebhookType.of("teams"))).isEqualTo("\"teams\"");
        assertThat(WebhookType.of("slack")).isEqualTo(WebhookType.SLACK).hasToString("slack");
        assertThat(NotificationType.of("browser_push"))
                .isEqualTo(NotificationType.BROWSER_PUSH)
                .hasToString("browser_push");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNullByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> NotificationType.of(null))
                .withMessage("value");
        assertThatNullPointerException().isThrownBy(() -> WebhookType.of(null)).withMessage("value");
    }
}
