package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.flexalerts.reactive.internal.call.UserAgent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://flex-api.twilio.com",
                "ftp://flex-api.twilio.com",
                "flex-api.twilio.com",
                "https://user@flex-api.twilio.com",
                "https://flex-api.twilio.com/v1",
                "https://flex-api.twilio.com?x=1",
                "https://flex-api.twilio.com#x",
                "http://127.0.0.1.evil.example",
                "mailto:someone",
            })
    void refusesABaseUrlThatIsNotSafe(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().baseUrl(URI.create(url)))
                .withMessageStartingWith("baseUrl must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().baseUrl(url))
                .withMessageStartingWith("baseUrl must be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://flex-api.twilio.com",
                "https://flex-api.twilio.com/",
                "https://proxy.example:8443",
                "http://localhost:8080",
                "http://127.0.0.1:8080/",
                "http://[::1]:8080",
            })
    void takesHttpsAndTheLoopback(String url) {
        assertThat(FlexAlertsClient.builder().baseUrl(URI.create(url))).isNotNull();
        assertThat(FlexAlertsClient.builder().baseUrl(url).taskRouterUrl(url)).isNotNull();
        assertThat(Credentials.oauth("OQ1", "s3cret", url)).isNotNull();
    }

    @Test
    void namesTheOptionOfATextThatIsNoUrl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().baseUrl("https://s3cret host"))
                .withMessage("baseUrl must be a URL, as in https://flex-api.twilio.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().taskRouterUrl("::"))
                .withMessageStartingWith("taskRouterUrl must be a URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.oauth("OQ1", "s3cret", "a b"))
                .withMessageStartingWith("tokenUrl must be a URL");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FlexAlertsClient.builder().build())
                .withMessageContaining("credentials")
                .withMessageContaining("instanceSid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AC00000000000000000000000000000001", "GO/../..", "GO1?x=1", "GO 1"})
    void refusesAnInstanceThatIsNone(String sid) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().instanceSid(sid))
                .withMessageContaining("instanceSid must be GO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QY/..", "QY1?x", "QY%2e", " QY1"})
    void refusesASidThatWouldBreakThePath(String sid) {
        RuleOperations rules =
                PagedTransport.client(new PagedTransport(0, 1)).build().rules();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.fetch(sid))
                .withMessageContaining("sid must be letters and digits");
    }

    @Test
    void namesTheRangeOfALimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().lookAhead(17))
                .withMessage("lookAhead must be between 0 and 16, was 17");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().maxPages(0))
                .withMessageContaining("maxPages must be between 1 and");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "PT24H0.001S", "PT2562047788015215H30M7S"})
    void namesTheRangeOfATimeout(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().attemptTimeout(timeout))
                .withMessage("attemptTimeout must be between 1 ms and 24 h, was " + timeout);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().operationTimeout(timeout))
                .withMessage("operationTimeout must be between 1 ms and 24 h, was " + timeout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT24H"})
    void takesTheEndsOfTheRangeOfATimeout(Duration timeout) {
        assertThat(FlexAlertsClient.builder().attemptTimeout(timeout).operationTimeout(timeout))
                .isNotNull();
    }

    @Test
    void namesWhatIsNull() {
        FlexAlertsClient client =
                PagedTransport.client(new PagedTransport(0, 1)).build();
        assertThatNullPointerException().isThrownBy(() -> client.lane(null)).withMessage("lane");
        assertThatNullPointerException()
                .isThrownBy(() -> FlexAlertsClient.builder().userAgentPrefix(null))
                .withMessage("userAgentPrefix");
    }

    @Test
    void printsOnlyTheStatusOfAResult() {
        var result = new ApiResult<>("Mr X", 200, Map.of("Set-Cookie", List.of("s3cret")));
        assertThat(result).hasToString("ApiResult[status=200]");
    }

    @ParameterizedTest
    @CsvSource({"RQ1,RQ1", "RQ 1,", "'',"})
    void takesForARequestIdWhatLooksLikeOne(String sent, String id) {
        assertThat(new ApiResult<>("", 200, Map.of("Twilio-Request-Id", List.of(sent))).requestId())
                .isEqualTo(id);
    }

    @Test
    void masksSecrets() {
        assertThat(Credentials.authToken("AC1", "s3cret")).hasToString("Credentials[AC1, secret=***]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.authToken("AC1", "s3cret\n"))
                .withMessageNotContaining("s3cret");
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.apiKey("SK:1", "s3cret"));
    }

    @Test
    void refusesAPrefixThatWouldBreakAHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlexAlertsClient.builder().userAgentPrefix("app\r\nX: y"))
                .withMessage("userAgentPrefix must be printable ASCII");
    }

    @Test
    void namesItselfWithItsVersion() {
        assertThat(UserAgent.withPrefix("my-app/1.2"))
                .matches("my-app/1.2 flex-alerts-java/[0-9]\\S* \\(.+\\) java/\\S+");
    }

    @Test
    void sharesEverythingWithTheClientOfAnotherInstance() {
        FlexAlertsClient client =
                PagedTransport.client(new PagedTransport(0, 1)).build();
        FlexAlertsClient other = client.forInstance("GO00000000000000000000000000000002");
        assertThat(other.instanceSid()).isEqualTo("GO00000000000000000000000000000002");
        assertThat(other.rules()).isNotSameAs(client.rules());
        assertThat(client)
                .hasToString("FlexAlertsClient[" + PagedTransport.INSTANCE + " at https://flex-api.twilio.com]");
    }
}
