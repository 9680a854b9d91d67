package io.github.flexalerts.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What Prometheus reads: every meter, with the same labels whatever happened. */
class PrometheusTest {

    @Test
    void readsEveryMeterWithTheLabelsThatAreDocumented() throws IOException, InterruptedException {
        Map<String, Set<String>> labels =
                Scrape.ofEverything(FlexAlertsMetrics.builder()).labels();
        for (FlexAlertsMeterDocumentation meter : FlexAlertsMeterDocumentation.values()) {
            String name = MeterTable.prometheus(meter);
            Map<String, Set<String>> found = new TreeMap<>(labels);
            found.keySet().removeIf(series -> !series.equals(name) && !series.matches(name + "_(count|sum|max)"));
            assertThat(found).as(name).isNotEmpty();
            assertThat(found.values())
                    .allSatisfy(
                            keys -> assertThat(keys).containsExactlyInAnyOrderElementsOf(MeterTable.keyNames(meter)));
        }
    }

    @Test
    void readsAttemptsAsOpenTelemetryNamesThem() throws IOException, InterruptedException {
        Map<String, Set<String>> labels = Scrape.ofEverything(
                        FlexAlertsMetrics.builder().attemptConvention(new OpenTelemetryAttemptObservationConvention()))
                .labels();
        assertThat(labels)
                .containsKeys("http_client_request_duration_seconds_count", "flex_alerts_operations_seconds_count")
                .doesNotContainKey("flex_alerts_attempts_seconds_count");
        assertThat(labels.get("http_client_request_duration_seconds_count"))
                .containsExactlyInAnyOrder(
                        "error",
                        "error_type",
                        "http_request_method",
                        "http_response_status_code",
                        "server_address",
                        "server_port",
                        "url_scheme",
                        "url_template");
    }
}
