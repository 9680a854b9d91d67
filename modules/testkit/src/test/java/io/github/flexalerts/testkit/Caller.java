package io.github.flexalerts.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows nothing of ours: the JDK's, and JSON as trees. */
final class Caller {

    static final JsonMapper JSON = new JsonMapper();

    static final String BODY = """
        {"rule_friendly_name": "Waiting tasks now rule", "metric_id": "Active (Now)",
         "task_channel_sid": "string", "task_queue_sids": ["WQ00000000000000000000000000000001"], "active": true,
         "rule_thresholds": [{"threshold_type": "Critical", "threshold_operator": "Greater Than",
                              "threshold_value": 5000}],
         "notify_enabled": true, "notify_severity": "Critical", "notify_duration": 900000,
         "notify_methods_id": "flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8"}\
        """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeFlex flex;

    Caller(FakeFlex flex) {
        this.flex = flex;
    }

    String rules() {
        return "/v1/Instances/" + flex.instanceSid() + "/InsightsRules";
    }

    HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(URI.create(flex.baseUrl() + target))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", basic(flex.accountSid(), flex.authToken()));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return send(to(target).GET());
    }

    HttpResponse<String> list(String query) throws IOException, InterruptedException {
        return get(rules() + query);
    }

    HttpRequest.Builder posting(String target, String body) {
        return to(target).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> create(String body) throws IOException, InterruptedException {
        return send(posting(rules(), body));
    }

    HttpResponse<String> delete(String sid) throws IOException, InterruptedException {
        return send(to(rules() + "/" + sid).DELETE());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static List<String> sids(JsonNode page) {
        return page.path("rules")
                .valueStream()
                .map(rule -> rule.path("sid").stringValue())
                .toList();
    }

    /** The path and query of the next page, or null. */
    static @Nullable String next(JsonNode page) {
        JsonNode next = page.path("meta").path("next_page_url");
        return next.asString("").isEmpty()
                ? null
                : next.stringValue().replaceFirst("https://(flex-api|taskrouter)\\.twilio\\.com", "");
    }

    /** Every page of a list, as long as the links lead on. */
    List<JsonNode> pages(String query) throws IOException, InterruptedException {
        return follow(rules() + query);
    }

    List<JsonNode> follow(String first) throws IOException, InterruptedException {
        List<JsonNode> pages = new ArrayList<>();
        for (String target = first; target != null; target = next(pages.get(pages.size() - 1))) {
            pages.add(json(get(target)));
        }
        return pages;
    }
}
