package io.github.flexalerts.reactive.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.page.Page;
import io.github.flexalerts.core.page.PageMeta;
import io.github.flexalerts.core.rule.MetricId;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.core.rule.Severity;
import io.github.flexalerts.core.rule.Threshold;
import io.github.flexalerts.core.rule.ThresholdOperator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of the reference, member for member and both ways. */
class ReferenceSamplesTest {
    private static final JsonCodec CODEC = JsonCodec.standard();

    private static final String METHODS_ID = "flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8";
    private static final RuleSpec SPEC = RuleSpec.builder()
            .friendlyName("Waiting tasks now rule")
            .metricId(MetricId.ACTIVE_NOW)
            .taskChannelSid("TCaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
            .taskQueueSids("WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
            .active(true)
            .thresholds(Threshold.critical(ThresholdOperator.GREATER_THAN, 5000))
            .notifyEnabled(true)
            .notifySeverity(Severity.CRITICAL)
            .notifyDuration(Duration.ofMinutes(15))
            .notifyMethodsId(METHODS_ID)
            .build();
    private static final Rule RULE = new Rule(
            "QYaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "GOaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            SPEC,
            Instant.parse("2019-08-24T14:15:22Z"),
            Instant.parse("2019-08-24T14:15:22Z"),
            "https://flex-api.twilio.com/v1/Instances/{instanceSid}/InsightsRules/{sid}",
            Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"rules.create", "rules.fetch", "rules.update"})
    void readsAndWritesTheAnswerOf(String operation) {
        byte[] json = Json.fixture(operation + "/response.json");

        assertThat(CODEC.read(json, Rule.class)).isEqualTo(RULE);
        assertThat(Json.written(RULE)).isEqualTo(Json.object(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules.create", "rules.update"})
    void writesTheBodyOf(String operation) {
        byte[] json = Json.fixture(operation + "/request.json");
        RuleSpec spec = SPEC.toBuilder()
                .taskChannelSid("string")
                .taskQueueSids("WQ00000000000000000000000000000001")
                .build();

        assertThat(Json.written(spec)).isEqualTo(Json.object(json));
        assertThat(CODEC.read(json, Rule.class).spec()).isEqualTo(spec);
    }

    @Test
    void readsTheEnvelopeOfAListing() {
        String url = "https://flex-api.twilio.com/v1/Instances/GOaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/InsightsRules"
                + "?Active=true&Sort=rule_friendly_name&TaskQueueSids=WQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                + "&PageSize=50&Page=0";

        Page<Rule> page = Pages.read(Json.fixture("rules.list/response.json"));

        assertThat(page).isEqualTo(new Page<>(List.of(RULE), new PageMeta("rules", 0, 50, url, url, null, null)));
        assertThat(page.isLast()).isTrue();
    }

    @Test
    void writesTheRulesOfAListingAsTheyCame() {
        byte[] json = Json.fixture("rules.list/response.json");
        Page<Rule> page = Pages.read(json);

        assertThat(page.items().stream().map(Json::written).toList())
                .isEqualTo(Json.object(json).get("rules"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notifications.create", "notifications.fetch", "notifications.update"})
    void readsAndWritesTheConfigurationOf(String operation) throws IOException {
        byte[] json = ofCore(operation + "/response.json");
        NotificationConfiguration read = CODEC.read(json, NotificationConfiguration.class);

        assertThat(read.ttid()).isEqualTo("flex_notificationconfiguration_01aaaaaaaaaaaaaaaaaaaaaaaa");
        assertThat(read.unread()).isEmpty();
        assertThat(withoutNulls(Json.written(read))).isEqualTo(withoutNulls(Json.object(json)));
        assertThat(CODEC.read(CODEC.write(read), NotificationConfiguration.class))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notifications.create", "notifications.update"})
    void readsAndWritesTheDestinationsOf(String operation) throws IOException {
        Object sent = Json.object(ofCore(operation + "/request.json")).get("destinations");
        Destinations read = CODEC.read(Json.bytes(sent), Destinations.class).requireComplete();

        assertThat(withoutNulls(Json.written(read))).isEqualTo(withoutNulls(sent));
    }

    /** The samples lie where they are read first, by a mapper that knows nothing of this library. */
    private static byte[] ofCore(String path) throws IOException {
        return Files.readAllBytes(Path.of("..", "core", "src", "test", "resources", "fixtures", path));
    }

    private static Object withoutNulls(Object json) {
        if (json instanceof Map<?, ?> members) {
            Map<Object, Object> held = new LinkedHashMap<>();
            members.forEach((name, value) -> {
                if (value != null) {
                    held.put(name, withoutNulls(value));
                }
            });
            return held;
        }
        return json instanceof List<?> elements
                ? elements.stream().map(ReferenceSamplesTest::withoutNulls).toList()
                : json;
    }
}
