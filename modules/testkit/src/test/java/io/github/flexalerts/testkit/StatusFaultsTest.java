package io.github.flexalerts.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class StatusFaultsTest {

    private final FakeFlex flex = FakeFlex.start();
    private final Caller caller = new Caller(flex);

    @AfterEach
    void close() {
        flex.close();
    }

    private List<Integer> statuses(int requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(caller.list("").statusCode());
        }
        return statuses;
    }

    @Test
    void answersAScheduleOverAndOver() throws Exception {
        flex.inject(StatusFaults.schedule(503, StatusFaults.PASS, 429));

        assertThat(statuses(7)).containsExactly(503, 200, 429, 503, 200, 429, 503);
    }

    @Test
    void keepsTheRequestFromTheService() throws Exception {
        flex.inject(StatusFaults.status(500));

        HttpResponse<String> response = caller.create(Caller.BODY);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(Caller.json(response).propertyNames()).containsExactly("message", "status");
        assertThat(response.headers().firstValue("Twilio-Request-Id")).isPresent();
        assertThat(flex.rules()).isEmpty();
    }

    @Test
    void sendsAnyRetryAfter() throws Exception {
        String date = "Wed, 21 Oct 2026 07:28:00 GMT";
        flex.inject(
                StatusFaults.retryAfter(429, "2").onRequest(1),
                Fault.parse("status@2=503,retry-after=" + date),
                Fault.parse("status@3=503,body=none,retry-after=soon, perhaps"));

        HttpResponse<String> seconds = caller.list("");
        HttpResponse<String> httpDate = caller.list("");
        HttpResponse<String> nonsense = caller.list("");

        assertThat(seconds.headers().firstValue("Retry-After")).contains("2");
        assertThat(Caller.json(seconds).path("code").intValue()).isEqualTo(20429);
        assertThat(httpDate.headers().firstValue("Retry-After")).contains(date);
        assertThat(nonsense.headers().firstValue("Retry-After")).contains("soon, perhaps");
        assertThat(nonsense.body()).isEmpty();
    }

    @Test
    void sendsABareStatus() throws Exception {
        flex.inject(StatusFaults.bare(403));

        HttpResponse<String> response = caller.list("");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void sendsAnHtmlPage() throws Exception {
        flex.inject(StatusFaults.html(502).onRequest(1), Fault.parse("status@2=503,body=html"));

        HttpResponse<String> page = caller.list("");

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
        assertThat(caller.list("").body()).contains("<title>503</title>");
    }

    @Test
    void scriptsTheNthRequest() throws Exception {
        flex.inject(StatusFaults.raw(RawAnswer.json("{}")).onRequest(2));

        assertThat(caller.list("").body()).startsWith("{\"meta\"");
        HttpResponse<String> second = caller.list("");

        assertThat(second.body()).isEqualTo("{}");
        assertThat(second.headers().map()).containsOnlyKeys("content-type", "content-length");
        assertThat(caller.list("").body()).startsWith("{\"meta\"");
    }

    @Test
    void redirects() throws Exception {
        flex.inject(StatusFaults.redirect("https://elsewhere.example/rules"));

        HttpResponse<String> response = caller.list("");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains("https://elsewhere.example/rules");
    }

    @RepeatedTest(20) // a place must be taken before the request can be waited for, and free before the idle can
    void turnsAwayMoreThanSoManyAtOnce() throws Exception {
        flex.inject(StatusFaults.maxInFlight(2, "1"), ConnectionFaults.hang().onRequests(1, 2));
        List<CompletableFuture<HttpResponse<String>>> held =
                List.of(caller.sendAsync(caller.to(caller.rules())), caller.sendAsync(caller.to(caller.rules())));
        flex.awaitRequests(2, Duration.ofSeconds(10));

        HttpResponse<String> third = caller.list("");
        held.forEach(call -> call.cancel(true));
        flex.awaitIdle(Duration.ofSeconds(10));

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(statuses(3)).containsExactly(200, 200, 200);
    }
}
