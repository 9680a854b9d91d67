package io.github.flexalerts.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.TransportException.Reason;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransportDetailTest {
    private final IOException cause = new IOException("closed");

    @Test
    void namesTheProxyAndWhatItDid() {
        TransportException refused =
                TransportException.proxy("rules.list", "proxy:3128", "it answered 407", true, cause);
        assertThat(refused)
                .hasMessage("rules.list failed: the proxy proxy:3128 did not connect before the request was sent: it"
                        + " answered 407")
                .hasCause(cause);
        assertThat(refused.reason()).isEqualTo(Reason.PROXY);
        assertThat(refused.proxy()).isEqualTo("proxy:3128");
        assertThat(refused.detail()).isEqualTo("it answered 407");
        assertThat(refused.requestSent()).isFalse();
        assertThat(refused.isTransient()).isFalse();
        assertThat(TransportException.proxy("rules.list", "proxy:3128", "it closed", false, cause)
                        .isTransient())
                .isTrue();
    }

    @Test
    void keepsItsFactsWithTheAttempts() {
        TransportException withAttempts = TransportException.tls("rules.list", "the certificate has expired", cause)
                .withAttempts(Failures.twoAttempts());
        assertThat(withAttempts.getMessage())
                .startsWith("rules.list failed: the TLS handshake failed before the request was sent: the certificate"
                        + " has expired after 2 attempts");
        assertThat(withAttempts.isTransient()).isFalse();
        assertThat(withAttempts.proxy()).isNull();
    }

    @Test
    void reportsOnlyTheReasonOtherwise() {
        TransportException lost = new TransportException("rules.list", Reason.TIMEOUT, true, List.of(), null);
        assertThat(lost.detail()).isNull();
        assertThat(lost.isTransient()).isTrue();
    }

    @Test
    void showsNothingOfAFieldError() {
        assertThat(new FieldError("#/rule_friendly_name", "'Ada' is taken", "unique"))
                .hasToString("FieldError[…]");
    }
}
