package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.testkit.FakeFlex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Twilio SDK is declared before flex-alerts, and both list from the same fake service. */
class TwilioTest {
    private static FakeFlex flex;

    @BeforeAll
    static void start() {
        flex = FakeFlex.builder().rules(250).taskQueues(120).start();
    }

    @AfterAll
    static void stop() {
        flex.close();
    }

    @Test
    void flexAlertsListsRulesAndQueues() {
        try (FlexAlertsClient client = FlexAlertsClient.builder()
                .baseUrl(flex.baseUrl())
                .credentials(Credentials.authToken(flex.accountSid(), flex.authToken()))
                .instanceSid(flex.instanceSid())
                .build()) {
            assertEquals(flex.sids(), client.rules().list().map(Rule::sid).collectList().block());
            assertEquals(
                    flex.taskQueues().size(),
                    client.taskQueues(flex.workspaceSid()).list().count().block().intValue());
        }
    }

    @Test
    void theTwilioSdkListsAllQueuesInPages() {
        flex.clearRequests();
        TwilioRestClient client = new TwilioRestClient.Builder(flex.accountSid(), flex.authToken())
                .httpClient(new ToFake())
                .build();
        List<String> sids = new ArrayList<>();
        for (TaskQueue queue : TaskQueue.reader(flex.workspaceSid()).pageSize(50).read(client)) {
            sids.add(queue.getSid());
        }
        assertEquals(flex.taskQueues().stream().map(queue -> queue.get("sid")).toList(), sids);
        assertTrue(sids.size() > 100, "three pages");
        assertEquals(3, flex.requestCount());
    }

    /** Sends what the SDK would send to Twilio to the fake service. */
    private static final class ToFake extends HttpClient {
        private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();

        @Override
        public Response makeRequest(Request request) {
            URI url = URI.create(request.constructURL().toString());
            String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
            HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(flex.baseUrl() + url.getRawPath() + query))
                    .header("Authorization", request.getAuthString());
            try {
                var answer = http.send(sent.GET().build(), BodyHandlers.ofString());
                return new Response(answer.body(), answer.statusCode());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
