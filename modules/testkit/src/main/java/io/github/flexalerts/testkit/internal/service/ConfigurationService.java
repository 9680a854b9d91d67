package io.github.flexalerts.testkit.internal.service;

import io.github.flexalerts.testkit.internal.http.Answer;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Operation;
import tools.jackson.databind.node.ObjectNode;

/** The account's Flex configuration: which instance and which workspace it has, and a little of the rest. */
final class ConfigurationService implements ResourceService {

    private static final String DATE = "2018-06-05T04:03:02Z";

    private final Settings settings;

    ConfigurationService(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Answer answer(Exchange exchange, Operation operation) {
        ObjectNode configuration =
                Json.object().put("account_sid", settings.keys().accountSid()).put("date_created", DATE);
        configuration.put("date_updated", DATE).putObject("attributes");
        return Answer.json(
                200,
                configuration
                        .put("status", "ok")
                        .put("taskrouter_workspace_sid", settings.workspaceSid())
                        .put("runtime_domain", "https://flex.twilio.com")
                        .put("flex_instance_sid", settings.instanceSid())
                        .put("ui_version", "2.17.1")
                        .putNull("call_recording_webhook_url")
                        .put("url", settings.pageHost() + exchange.path()));
    }
}
