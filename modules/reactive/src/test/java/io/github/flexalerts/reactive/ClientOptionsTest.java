package io.github.flexalerts.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
