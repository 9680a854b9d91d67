package io.github.flexalerts.cli.demo;

import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import io.github.flexalerts.testkit.ConnectionFaults;
import io.github.flexalerts.testkit.StatusFaults;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;

/** The steps that write. */
final class DemoWrites {
    private static final int CREATED = 40;
    private static final int MODIFIED = 20;
    private static final int DELETED = 10;
    private static final int CONCURRENCY = 8;

    private DemoWrites() {}

    /** New rules, eight at a time, some of which the service has no time for at first. */
    static String create(DemoStage stage) {
        stage.flex().inject(StatusFaults.status(429).onRequests(10, 13));
        List<Rule> created = stage.all(Flux.range(1, CREATED)
                .flatMap(number -> stage.rules().create(spec("demo-" + number)), CONCURRENCY, 1));
        stage.same("the number of rules that were created", CREATED, created.size());
        // The service lists them in the order of arrival, which only the service knows.
        stage.flex().rules().stream()
                .map(rule -> String.valueOf(rule.get("sid")))
                .flatMap(sid -> created.stream().filter(rule -> sid.equals(rule.sid())))
                .forEach(rule -> stage.expected()
                        .put(rule.sid(), spec(String.valueOf(rule.spec().friendlyName()))));
        return CREATED + " new rules, " + CONCURRENCY + " at a time, though the service throttled some (429)";
    }

    /** Fetched, changed in one place, and sent back whole. */
    static String modify(DemoStage stage) {
        stage.flex()
                .inject(
                        StatusFaults.status(503).onRequests(6, 7),
                        ConnectionFaults.resetAfterHeaders().onRequest(20));
        List<String> sids = stage.expected().sids().subList(0, MODIFIED);
        List<Rule> modified = stage.all(Flux.fromIterable(sids)
                .flatMap(
                        sid -> stage.rules()
                                .modify(
                                        sid,
                                        spec -> spec.toBuilder()
                                                .notifyDuration(Duration.ofMinutes(1))
                                                .build()),
                        CONCURRENCY,
                        1));
        stage.same("the number of rules that were modified", MODIFIED, modified.size());
        sids.forEach(sid -> stage.expected().set(sid, "notify_duration", 60_000));
        return MODIFIED
                + " rules fetched, one member changed, and sent back; all else in them stayed, despite 503 and a lost answer";
    }

    /** Gone, and nothing else with them. */
    static String delete(DemoStage stage) {
        stage.flex().inject(ConnectionFaults.createdThenReset().onRequest(3));
        List<String> sids = stage.expected().sids().subList(100, 100 + DELETED);
        stage.all(Flux.fromIterable(sids).flatMap(stage.rules()::delete, CONCURRENCY, 1));
        sids.forEach(stage.expected()::remove);
        return DELETED + " rules deleted, and no other, though one answer was lost";
    }

    static RuleSpec spec(String name) {
        return RuleSpec.builder()
                .friendlyName(name)
                .metricId(MetricId.WAITING_NOW)
                .taskChannelSid("TC00000000000000000000000000000001")
                .taskQueueSids("WQ00000000000000000000000000000001")
                .active(true)
                .thresholds(
                        Threshold.warning(ThresholdOperator.GREATER_THAN, 5),
                        Threshold.critical(ThresholdOperator.GREATER_THAN, 20))
                .notifyEnabled(true)
                .notifySeverity(Severity.WARNING)
                .notifyDuration(Duration.ofMinutes(5))
                .notifyMethodsId("flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8")
                .build();
    }
}
