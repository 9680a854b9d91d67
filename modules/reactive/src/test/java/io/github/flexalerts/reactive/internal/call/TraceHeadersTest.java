package io.github.flexalerts.reactive.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Encoding",
                "Authorization",
                "Connection",
                "Content-Encoding",
                "Content-Length",
                "Content-Type",
                "Cookie",
                "Expect",
                "Host",
                "Proxy-Authorization",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "User-Agent",
            })
    void leaveOutWhatBelongsToTheClientOrTheConnection(String name) {
        assertThat(TraceHeaders.checked(Map.of(name, "1"))).isEmpty();
        assertThat(TraceHeaders.checked(Map.of(name.toLowerCase(Locale.ROOT), "1")))
                .isEmpty();
    }

    @Test
    void winOverNothingThatTheClientSets() {
        Map<String, String> ours = Map.of("I-Twilio-Auth-Account", "AC1", "Accept", "application/json");
        Map<String, String> theirs = Map.of("i-twilio-auth-account", "ACevil", "traceparent", "00-1-2-01");
        assertThat(TraceHeaders.before(ours, theirs).values())
                .containsExactlyInAnyOrder("AC1", "application/json", "00-1-2-01");
        assertThat(TraceHeaders.before(ours, Map.of())).isSameAs(ours);
    }
}
