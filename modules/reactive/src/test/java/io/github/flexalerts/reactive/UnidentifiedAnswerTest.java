package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A success whose body does not hold what was asked for, as gateways send errors with status 200. */
class UnidentifiedAnswerTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Destinations DESTINATIONS =
            Destinations.builder().emails(Emails.of("a@example.com")).build();

    static Stream<Arguments> bodies() {
        return Stream.of(
                        "{}",
                        "{\"sid\":null,\"ttid\":null,\"account_sid\":null}",
                        "{\"sid\":\"\",\"ttid\":\" \",\"account_sid\":\"\\t\"}",
                        "{\"code\":20404,\"message\":\"The requested resource was not found\",\"status\":404}")
                .flatMap(body -> Stream.of(Call.values()).map(call -> Arguments.of(call, body)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bodies")
    void isAnError(Call call, String body) {
        FlexAlertsClient client = PagedTransport.client(new ScriptedTransport(json(200, body)))
                .accountSid("AC1")
                .build();
        call.of(client)
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    assertThat(error)
                            .isInstanceOf(call.creates ? AmbiguousOutcomeException.class : DecodingException.class)
                            .hasMessageContaining("the answer has no " + call.member + " (status 200)")
                            .hasMessageNotContaining("not found");
                    if (call.creates) {
                        assertThat(error).hasCauseInstanceOf(DecodingException.class);
                    }
                })
                .verify(LIMIT);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isNoErrorInAListing(Call call, String body) {
        FlexAlertsClient client = PagedTransport.client(new ScriptedTransport(json(200, "{\"rules\":[" + body + "]}")))
                .build();
        assertThat(client.rules().list().count().block(LIMIT)).isEqualTo(1);
    }

    /** Every call whose answer is one item. */
    enum Call {
        CREATE_RULE("sid", true) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.rules().create(RuleOperationsTest.spec("x"));
            }
        },
        CREATE_RULE_WITH_RESPONSE("sid", true) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.rules().createWithResponse(RuleOperationsTest.spec("x"));
            }
        },
        FETCH_RULE("sid", false) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.rules().fetch("QY1");
            }
        },
        UPDATE_RULE("sid", false) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.rules().update("QY1", RuleOperationsTest.spec("x"));
            }
        },
        CREATE_NOTIFICATION("ttid", true) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.notificationConfigurations().create(DESTINATIONS);
            }
        },
        FETCH_NOTIFICATION("ttid", false) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.notificationConfigurations().fetch("flex_1");
            }
        },
        UPDATE_NOTIFICATION("ttid", false) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.notificationConfigurations().update("flex_1", DESTINATIONS);
            }
        },
        FETCH_QUEUE("sid", false) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.taskQueues("WS1").fetch("WQ1");
            }
        },
        FETCH_CHANNEL("sid", false) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.taskChannels("WS1").fetch("voice");
            }
        },
        FETCH_CONFIGURATION("account_sid", false) {
            @Override
            Mono<?> of(FlexAlertsClient client) {
                return client.configuration();
            }
        };

        private final String member;
        private final boolean creates;

        Call(String member, boolean creates) {
            this.member = member;
            this.creates = creates;
        }

        abstract Mono<?> of(FlexAlertsClient client);
    }
}
