package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConfigurationTest {

    private final FakeFlex flex = FakeFlex.builder()
            .accountSid("ACone")
            .instanceSid("GOone")
            .workspaceSid("WSone")
            .start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    @Test
    void printsTheIdentifiersOfTheAccount() throws Exception {
        JsonNode configuration = Caller.json(caller.get("/v1/Configuration"));

        assertThat(configuration.path("account_sid").stringValue()).isEqualTo("ACone");
        assertThat(configuration.path("flex_instance_sid").stringValue()).isEqualTo("GOone");
        assertThat(configuration.path("taskrouter_workspace_sid").stringValue()).isEqualTo("WSone");
        assertThat(configuration.path("url").stringValue()).isEqualTo("https://flex-api.twilio.com/v1/Configuration");
        assertThat(flex.requests().get(0).operation()).isEqualTo("configuration.fetch");
        assertThat(caller.send(caller.to("/v1/Configuration").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void showsFaultsAsRulesDo() throws Exception {
        flex.inject(
                Fault.parse("unknown-members@configuration.fetch:1"),
                Fault.parse("unknown-values@configuration.fetch:1"),
                Fault.parse("status@configuration.fetch:2=401"));

        assertThat(caller.get("/v1/Configuration").body()).contains("future_text", "dreaming");
        assertThat(caller.get("/v1/Configuration").statusCode()).isEqualTo(401);
    }
}
