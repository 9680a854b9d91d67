package io.github.flexalerts.metrics;

import static io.github.flexalerts.metrics.Service.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** What the meters say of calls, and that they come and go with the clients. */
class FlexAlertsMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FlexAlertsMetrics metrics =
            FlexAlertsMetrics.builder().meters(registry).build();
    private final Service service = new Service();
    private final FlexAlertsClient client = service.client(metrics);

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void timesAnOperationAndItsAttempt() {
        run(client.rules().fetch(service.sid()));
        assertThat(timers("flex.alerts.operations"))
                .containsExactly("error=none kind=successful_without_retry operation=rules.fetch outcome=SUCCESS 1");
        assertThat(timers("flex.alerts.attempts"))
                .containsExactly(
                        "attempt=first error=none method=GET operation=rules.fetch outcome=SUCCESS status=200 1");
        assertThat(timers("flex.alerts.limiter.wait"))
                .containsExactly("client=flex-alerts lane=bulk 0", "client=flex-alerts lane=interactive 1");
        assertThat(registry.get("flex.alerts.operations").timer().totalTime(TimeUnit.NANOSECONDS))
                .isGreaterThanOrEqualTo(
                        registry.get("flex.alerts.attempts").timer().totalTime(TimeUnit.NANOSECONDS));
    }

    @Test
    void countsRetriesByReasonAndASuccessAfterThemAsSuch() {
        service.befall("status@1=503", "status@2=429,retry-after=0.01");
        run(client.rules().fetch(service.sid()));
        assertThat(timers("flex.alerts.operations"))
                .containsExactly("error=none kind=successful_with_retry operation=rules.fetch outcome=SUCCESS 1");
        assertThat(timers("flex.alerts.attempts"))
                .containsExactly(
                        "attempt=first error=ApiException method=GET operation=rules.fetch outcome=SERVER_ERROR status=503 1",
                        "attempt=retry error=ThrottledException method=GET operation=rules.fetch outcome=CLIENT_ERROR status=429 1",
                        "attempt=retry error=none method=GET operation=rules.fetch outcome=SUCCESS status=200 1");
        assertThat(counters("flex.alerts.retries"))
                .containsExactly(
                        "operation=rules.fetch reason=server_error 1", "operation=rules.fetch reason=throttled 1");
        assertThat(counters("flex.alerts.throttled")).containsExactly("source=client 0", "source=server 1");
        assertThat(timers("flex.alerts.retry.wait"))
                .hasSize(2)
                .allMatch(wait -> wait.matches("source=(backoff|header) [012]"));
        assertThat(counters("flex.alerts.retries.suppressed")).isEmpty();
    }

    @Test
    void countsWhyNothingIsRepeated() {
        service.befall("status=503");
        run(client.rules().delete(service.sid()));
        run(client.rules().create(Service.spec("x")));
        service.befall("status=429,retry-after=3600");
        run(client.rules().fetch(service.sid()));
        assertThat(counters("flex.alerts.retries.suppressed"))
                .containsExactly(
                        "cause=attempts operation=rules.delete 1",
                        "cause=not_idempotent operation=rules.create 1",
                        "cause=retry_after_too_long operation=rules.fetch 1");
        assertThat(timers("flex.alerts.operations"))
                .containsExactly(
                        "error=AmbiguousOutcomeException kind=failed_without_retry operation=rules.create outcome=SERVER_ERROR 1",
                        "error=ApiException kind=failed_with_retry operation=rules.delete outcome=SERVER_ERROR 1",
                        "error=ThrottledException kind=failed_without_retry operation=rules.fetch outcome=CLIENT_ERROR 1");
        assertThat(counters("flex.alerts.create.ambiguous"))
                .containsExactly("resolution=absent 0", "resolution=found 0", "resolution=unresolved 1");
    }

    @Test
    void countsThePagesOfAListingThatIsOneOperation() {
        run(client.rules().list(RuleQuery.builder().pageSize(2).build()));
        assertThat(timers("flex.alerts.operations"))
                .containsExactly("error=none kind=successful_without_retry operation=rules.list outcome=SUCCESS 1");
        assertThat(timers("flex.alerts.attempts"))
                .containsExactly(
                        "attempt=first error=none method=GET operation=rules.list outcome=SUCCESS status=200 3");
        assertThat(counters("flex.alerts.pages")).containsExactly("result=delivered 3", "result=discarded 0");
        assertThat(registry.get("flex.alerts.page.items").summary().totalAmount())
                .isEqualTo(5);
        assertThat(registry.get("flex.alerts.page.items").summary().count()).isEqualTo(3);
    }

    @Test
    void countsLinksThatAreNotFollowed() {
        service.befall("foreign-link");
        run(client.rules().list());
        assertThat(counters("flex.alerts.nextlink.rejected"))
                .hasSize(9)
                .contains("reason=host 1", "reason=loop 0", "reason=user_info 0");
        assertThat(timers("flex.alerts.operations"))
                .containsExactly(
                        "error=PagingException kind=failed_without_retry operation=rules.list outcome=UNKNOWN 1");
    }

    @Test
    void keepsTheKeysWhenThereIsNoAnswerAndWhenItIsCancelled() {
        service.befall("reset-before-headers");
        run(client.rules().create(Service.spec("x")));
        service.befall("hang");
        Disposable running = client.rules().fetch(service.sid()).subscribe();
        assertThat(registry.get("flex.alerts.operations.active")
                        .tag("operation", "rules.fetch")
                        .longTaskTimer()
                        .activeTasks())
                .isEqualTo(1);
        running.dispose();
        assertThat(registry.get("flex.alerts.operations.active")
                        .tag("operation", "rules.fetch")
                        .longTaskTimer()
                        .activeTasks())
                .isZero();
        assertThat(timers("flex.alerts.attempts"))
                .containsExactly(
                        "attempt=first error=TransportException method=POST operation=rules.create outcome=UNKNOWN status=IO_ERROR 1",
                        "attempt=first error=none method=GET operation=rules.fetch outcome=CANCELLED status=CLIENT_ERROR 1");
        assertThat(timers("flex.alerts.operations"))
                .contains("error=none kind=none operation=rules.fetch outcome=CANCELLED 1");
    }

    @Test
    void countsWhatTheReferenceDoesNotName() {
        service.befall("unknown-members", "unknown-values");
        run(client.rules().fetch(service.sid()));
        assertThat(counters("flex.alerts.decode.unknown")).noneMatch(count -> count.endsWith(" 0"));
    }

    @Test
    void countsCallsThatTheClientHoldsBack() {
        service.befall("hang");
        try (FlexAlertsClient narrow =
                service.builder(metrics).maxConcurrency(1).maxQueued(1).build()) {
            Disposable running = narrow.rules().fetch(service.sid()).subscribe();
            Disposable waiting = narrow.rules().fetch(service.sid()).subscribe();
            assertThat(run(narrow.rules().fetch(service.sid()))).isEqualTo("SaturatedException");
            assertThat(run(narrow.rules().list())).isEqualTo("SaturatedException");
            waiting.dispose();
            running.dispose();
        }
        assertThat(counters("flex.alerts.throttled")).containsExactly("source=client 2", "source=server 0");
    }

    @Test
    void countsAWorkflowAndWhatItFoundOutOnce() {
        service.befall("created-then-reset@rules.create");
        run(Calls.CREATE_ALERT.of(client, service.sid()));
        run(Calls.CREATE_ALERT_ON_NO_QUEUE.of(client, service.sid()));
        service.befall("status@rules.create=503");
        run(Calls.CREATE_ALERT.of(client, service.sid()));
        assertThat(counters("flex.alerts.create.ambiguous"))
                .containsExactly("resolution=absent 1", "resolution=found 1", "resolution=unresolved 0");
        assertThat(timers("flex.alerts.operations"))
                .filteredOn(timer -> timer.contains("operation=alerts."))
                .containsExactly(
                        "error=OrphanedConfigurationException kind=failed_without_retry operation=alerts.create outcome=SERVER_ERROR 1",
                        "error=UnresolvedNameException kind=failed_without_retry operation=alerts.create outcome=UNKNOWN 1",
                        "error=none kind=successful_without_retry operation=alerts.create outcome=SUCCESS 1");
    }

    @Test
    void countsAWorkflowThatTheClientHoldsBackOnce() {
        service.befall("hang");
        try (FlexAlertsClient narrow =
                service.builder(metrics).maxConcurrency(1).maxQueued(0).build()) {
            Disposable running = narrow.rules().fetch(service.sid()).subscribe();
            assertThat(run(narrow.alerts().describe(service.sid()))).isEqualTo("SaturatedException");
            running.dispose();
        }
        assertThat(counters("flex.alerts.throttled")).containsExactly("source=client 1", "source=server 0");
    }

    @Test
    void showsTheStateOfClientsByName() {
        Credentials credentials = Credentials.authToken(
                service.flex().accountSid(), service.flex().authToken());
        NettyTransport transport = NettyTransport.create();
        FlexAlertsClient one = service.builder(metrics.named("crm"))
                .credentials(credentials)
                .transport(transport)
                .build();
        FlexAlertsClient two = service.builder(metrics.named("crm"))
                .credentials(credentials)
                .transport(transport)
                .build();
        run(one.lane(Lane.BULK).rules().fetch(service.sid()));
        assertThat(gauges("crm"))
                .contains(
                        "flex.alerts.limiter.limit 8",
                        "flex.alerts.limiter.inflight 0",
                        "flex.alerts.limiter.queued bulk 0",
                        "flex.alerts.limiter.queued interactive 0",
                        "flex.alerts.retry.budget 500",
                        "flex.alerts.pool.pending 0")
                .anyMatch(gauge -> gauge.matches("flex.alerts.pool.connections (idle|active) 1"));
        assertThat(registry.get("flex.alerts.limiter.wait")
                        .tag("client", "crm")
                        .tag("lane", "bulk")
                        .timer()
                        .count())
                .isEqualTo(1);
        one.close();
        two.close();
        transport.close();
        assertThat(gauges("crm")).contains("flex.alerts.limiter.limit 0");
    }

    @Test
    void takesNoMoreThanSixteenNames() {
        List<FlexAlertsClient> clients = Stream.iterate(1, n -> n + 1)
                .limit(30)
                .map(n -> service.client(metrics.named("client-" + n)))
                .toList();
        assertThat(registry.find("flex.alerts.limiter.limit").gauges()).hasSize(17);
        assertThat(gauges("other")).contains("flex.alerts.limiter.limit " + 15 * 8);
        clients.forEach(FlexAlertsClient::close);
    }

    @Test
    void registersNothingPerCall() {
        run(client.rules().fetch(service.sid()));
        List<Meter> once = registry.getMeters();
        for (int i = 0; i < 20; i++) {
            run(client.rules().fetch(service.sid()));
        }
        assertThat(registry.getMeters()).hasSameSizeAs(once);
    }

    @Test
    void isGoneWithTheLastClient() {
        FlexAlertsClient other = service.client(metrics);
        run(client.rules().fetch(service.sid()));
        client.close();
        client.close();
        run(other.rules().fetch(service.sid()));
        assertThat(timers("flex.alerts.operations"))
                .containsExactly("error=none kind=successful_without_retry operation=rules.fetch outcome=SUCCESS 2");
        service.befall("hang");
        Disposable late = other.rules().fetch(service.sid()).subscribe();
        other.close();
        late.dispose();
        assertThat(registry.getMeters()).isEmpty();
        try (FlexAlertsClient next = service.client(metrics)) {
            service.befall();
            run(next.rules().fetch(service.sid()));
            assertThat(timers("flex.alerts.operations")).hasSize(1);
        }
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void makesBucketsWhenAsked() {
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        FlexAlertsMetrics bucketed =
                FlexAlertsMetrics.builder().meters(own).histograms(true).build();
        try (FlexAlertsClient timed = service.client(bucketed)) {
            run(timed.rules().fetch(service.sid()));
            assertThat(own.get("flex.alerts.operations").timer().takeSnapshot().histogramCounts())
                    .hasSize(14);
        }
        run(client.rules().fetch(service.sid()));
        assertThat(registry.get("flex.alerts.operations").timer().takeSnapshot().histogramCounts())
                .isEmpty();
    }

    @Test
    void wantsARegistry() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FlexAlertsMetrics.builder().build());
    }

    private List<String> timers(String name) {
        return lines(registry.find(name).timers(), Timer::count);
    }

    private List<String> counters(String name) {
        return lines(registry.find(name).counters(), counter -> (long) counter.count());
    }

    private List<String> gauges(String client) {
        return registry.getMeters().stream()
                .filter(meter -> client.equals(meter.getId().getTag("client")) && meter instanceof Gauge)
                .map(meter -> meter.getId().getName()
                        + meter.getId().getTags().stream()
                                .filter(tag -> !tag.getKey().equals("client"))
                                .map(tag -> " " + tag.getValue())
                                .reduce("", String::concat)
                        + " " + (long) ((Gauge) meter).value())
                .toList();
    }

    private static <M extends Meter> List<String> lines(Iterable<M> meters, ToLongFunction<M> count) {
        TreeSet<String> lines = new TreeSet<>();
        for (M meter : meters) {
            StringBuilder line = new StringBuilder();
            meter.getId()
                    .getTags()
                    .forEach(tag -> line.append(tag.getKey())
                            .append('=')
                            .append(tag.getValue())
                            .append(' '));
            lines.add(line.append(count.applyAsLong(meter)).toString());
        }
        return List.copyOf(lines);
    }
}
