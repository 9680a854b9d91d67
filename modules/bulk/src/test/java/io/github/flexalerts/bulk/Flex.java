package io.github.flexalerts.bulk;

import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.Emails;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.reactive.Account;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.FakeFlexBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A fake service and a client for it. */
final class Flex implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);

    final FakeFlex service;
    final FlexAlertsClient client;

    Flex(FakeFlexBuilder settings) {
        service = settings.start();
        client = client(Credentials.authToken(service.accountSid(), service.authToken()));
    }

    static Flex start() {
        return new Flex(
                FakeFlex.builder().taskQueues(5).taskChannels("voice", "chat").users(3));
    }

    static Flex withRules(int rules) {
        Flex flex = start();
        flex.seed(rules);
        return flex;
    }

    FlexAlertsClient client(Credentials credentials) {
        Account account = Account.builder(credentials).retry(RetryPolicy.none()).build();
        return FlexAlertsClient.builder()
                .account(account)
                .baseUrl(service.baseUrl())
                .taskRouterUrl(service.baseUrl())
                .accountSid(service.accountSid())
                .instanceSid(service.instanceSid())
                .build();
    }

    /** Adds rules named rule-1 to rule-n, every third with its own configuration and two of them with a shared one. */
    void seed(int rules) {
        String shared = wait(client.notificationConfigurations().create(destinations("shared")));
        for (int i = 1; i <= rules; i++) {
            RuleSpec spec = spec("rule-" + i);
            if (i % 3 == 0) {
                String own = wait(client.notificationConfigurations().create(destinations("own-" + i)));
                spec = spec.toBuilder().notifyMethodsId(own).build();
            } else if (i < 3) {
                spec = spec.toBuilder().notifyMethodsId(shared).build();
            }
            service.add(spec);
        }
        service.clearRequests();
    }

    private static String wait(Mono<io.github.flexalerts.core.notification.NotificationConfiguration> created) {
        return String.valueOf(created.block(LIMIT).ttid());
    }

    Destinations destinations(String name) {
        return Destinations.builder().emails(Emails.of(name + "@example.com")).build();
    }

    RuleSpec spec(String name) {
        List<Map<String, @Nullable Object>> queues = service.taskQueues();
        return RuleSpec.builder()
                .friendlyName(name)
                .metricId(MetricId.WAITING_NOW)
                .taskChannelSid(String.valueOf(service.taskChannels().get(0).get("sid")))
                .taskQueueSids(
                        String.valueOf(queues.get(0).get("sid")),
                        String.valueOf(queues.get(1).get("sid")))
                .active(true)
                .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5))
                .notifyEnabled(true)
                .build();
    }

    /** Returns the rules without what the service sets, with the destinations in place of the configuration's SID. */
    List<String> content() {
        List<String> content = new ArrayList<>();
        for (Map<String, @Nullable Object> rule : service.rules()) {
            Map<String, @Nullable Object> members = new TreeMap<>(rule);
            List.of("sid", "date_created", "date_updated", "url").forEach(members::remove);
            if (members.get("notify_methods_id") instanceof String ttid) {
                Map<String, @Nullable Object> configuration = service.notificationConfiguration(ttid);
                members.put("notify_methods_id", configuration == null ? "none" : configuration.get("destinations"));
            }
            content.add(new String(JsonCodec.standard().write(members), StandardCharsets.UTF_8));
        }
        return content.stream().sorted().toList();
    }

    long writes() {
        return service.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .count();
    }

    ExportFile export(Path path, boolean destinations) {
        RuleExport.of(client).destinations(destinations).writeTo(path).block(LIMIT);
        return ExportFile.open(path);
    }

    Plan plan(DesiredState desired, boolean delete) {
        return Planner.of(client).delete(delete).plan(desired).block(LIMIT);
    }

    List<ApplyEvent> apply(Plan plan, Journal journal) {
        return PlanApply.of(client).apply(plan, journal).collectList().block(LIMIT);
    }

    /** Deletes all rules and configurations. */
    void deleteAll() {
        service.clear();
        service.notificationConfigurations()
                .forEach(each -> client.notificationConfigurations()
                        .delete(String.valueOf(each.get("ttid")))
                        .block(LIMIT));
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
