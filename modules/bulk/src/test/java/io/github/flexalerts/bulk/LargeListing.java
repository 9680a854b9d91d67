package io.github.flexalerts.bulk;

import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A listing of any length, and a process that exports it and makes a plan of the export. */
final class LargeListing implements Transport {
    private static final int PAGE = 1000;
    private static final Pattern TOKEN = Pattern.compile("PageToken=PT([0-9]+)");
    private static final String INSTANCE = "GO" + "a".repeat(32);
    private static final Map<String, List<String>> HEADERS = Map.of("Content-Type", List.of("application/json"));

    private final int rules;

    private LargeListing(int rules) {
        this.rules = rules;
    }

    @SuppressWarnings("SystemOut") // the parent process reads it
    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        Duration limit = Duration.ofMinutes(5);
        try (FlexAlertsClient client = FlexAlertsClient.builder()
                .credentials(Credentials.authToken("AC" + "a".repeat(32), "token"))
                .instanceSid(INSTANCE)
                .workspaceSid("WS" + "a".repeat(32))
                .transport(new LargeListing(Integer.parseInt(args[1])))
                .build()) {
            ExportSummary summary = RuleExport.of(client).writeTo(file).block(limit);
            try (ExportFile export = ExportFile.open(file)) {
                Plan plan = Planner.of(client).plan(DesiredState.of(export)).block(limit);
                System.out.println("exported " + summary.rules() + ", " + plan);
            }
        }
    }

    @Override
    public <T> Flux<T> exchange(ApiRequest request, Function<ApiResponse, Publisher<T>> reader) {
        return Flux.defer(() -> reader.apply(new ApiResponse(200, () -> HEADERS, body(request))));
    }

    private Flux<ByteBuffer> body(ApiRequest request) {
        if (request.operation() != Operation.LIST_RULES) {
            String key = request.operation() == Operation.LIST_QUEUES ? "task_queues" : "channels";
            return Flux.just(bytes("{\"meta\":{\"key\":\"" + key + "\",\"next_page_url\":null},\"" + key + "\":[]}"));
        }
        Matcher token = TOKEN.matcher(request.target());
        int page = token.find() ? Integer.parseInt(token.group(1)) : 0;
        int last = Math.min(rules, (page + 1) * PAGE);
        String next = last < rules
                ? "\"https://flex-api.twilio.com/v1/Instances/" + INSTANCE + "/InsightsRules?PageSize=1000&Page="
                        + (page + 1) + "&PageToken=PT" + (page + 1) + "\""
                : "null";
        return Flux.range(page * PAGE, last - page * PAGE)
                .map(i -> bytes((i % PAGE == 0 ? "" : ",") + rule(i)))
                .startWith(bytes("{\"meta\":{\"key\":\"rules\",\"next_page_url\":" + next + "},\"rules\":["))
                .concatWithValues(bytes("]}"));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rule(int i) {
        String sid = String.format("QY%032x", i);
        return "{\"sid\":\"" + sid + "\",\"account_sid\":\"AC" + "a".repeat(32) + "\",\"instance_sid\":\"" + INSTANCE
                + "\",\"rule_friendly_name\":\"Waiting too long in the queues of team " + i
                + "\",\"metric_id\":\"Waiting (Now)\","
                + "\"task_channel_sid\":\"TC" + "a".repeat(32) + "\",\"task_queue_sids\":[\"WQ" + "a".repeat(32)
                + "\"],\"active\":true,\"rule_thresholds\":[{\"threshold_type\":\"Critical\",\"threshold_operator\":"
                + "\"Greater Than\",\"threshold_value\":" + i + "}],\"date_created\":\"2026-01-01T00:00:00Z\","
                + "\"date_updated\":\"2026-01-01T00:00:00Z\",\"notify_enabled\":true,\"notify_severity\":\"Critical\","
                + "\"notify_duration\":60000,\"notify_methods_id\":\"flex_notificationconfiguration_"
                + String.format("%026d", i % 90) + "\",\"url\":\"https://flex-api.twilio.com/v1/Instances/" + sid
                + "\"}";
    }
}
