package io.github.flexalerts.reactive;

import static io.github.flexalerts.reactive.ScriptedTransport.json;
import static io.github.flexalerts.reactive.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The header that names the account, which is documented for notification configurations alone. */
class AccountHeaderTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void sendsTheAccountHeaderOnlyWhereNeeded() {
        ScriptedTransport wire = new ScriptedTransport(
                json(200, "{\"users\":[]}"),
                json(200, "{\"task_queues\":[]}"),
                json(200, "{\"sid\":\"WQ1\"}"),
                json(200, "{\"channels\":[]}"),
                json(200, "{\"sid\":\"TC1\"}"),
                json(200, "{\"account_sid\":\"AC1\"}"),
                json(200, "{\"rules\":[]}"),
                json(200, "{\"sid\":\"QY1\"}"),
                json(200, "{\"sid\":\"QY1\"}"),
                status(204));
        FlexAlertsClient client = PagedTransport.client(wire).build();
        client.users().list().blockLast(LIMIT);
        client.taskQueues("WS1").list().blockLast(LIMIT);
        client.taskQueues("WS1").fetch("WQ1").block(LIMIT);
        client.taskChannels("WS1").list().blockLast(LIMIT);
        client.taskChannels("WS1").fetch("voice").block(LIMIT);
        client.configuration().block(LIMIT);
        client.rules().list().blockLast(LIMIT);
        client.rules().fetch("QY1").block(LIMIT);
        client.rules().update("QY1", RuleOperationsTest.spec("x")).block(LIMIT);
        client.rules().delete("QY1").block(LIMIT);
        assertThat(wire.requests)
                .hasSize(10)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("I-Twilio-Auth-Account"));
    }
}
