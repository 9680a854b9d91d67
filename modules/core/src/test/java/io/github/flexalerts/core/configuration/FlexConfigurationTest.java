package io.github.flexalerts.core.configuration;

import static io.github.flexalerts.core.Fixtures.assertKeepsAll;
import static io.github.flexalerts.core.Fixtures.sample;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlexConfigurationTest {

    @Test
    void keepsAllOfTheSample() {
        FlexConfiguration configuration =
                assertKeepsAll(sample("configuration.fetch/response"), FlexConfiguration.class);

        assertThat(configuration.unread()).containsKey("attributes");
        assertThat(configuration)
                .hasToString("FlexConfiguration[accountSid=AC00000000000000000000000000000001, "
                        + "instanceSid=GO00000000000000000000000000000001, "
                        + "workspaceSid=WS00000000000000000000000000000001, unread=4]");
    }
}
