package io.github.flexalerts.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.metrics.internal.Statuses;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two conventions, and that what becomes a tag is of closed sets. */
class ConventionsTest {
    private static final AttemptObservationConvention OTEL = new OpenTelemetryAttemptObservationConvention();

    @Test
    void writesWhatDoesNotApplyAsNone() {
        AttemptContext context =
                new AttemptContext(Operation.FETCH_RULE, 1, "https://flex-api.twilio.com", "/v1/x?a=b");
        context.end(Outcome.UNKNOWN, ErrorType.TRANSPORT, Statuses.index(0, null));
        assertThat(keys(context))
                .containsOnly(
                        Map.entry("error.type", "TransportException"),
                        Map.entry("http.request.method", "GET"),
                        Map.entry("http.response.status_code", "none"),
                        Map.entry("server.address", "flex-api.twilio.com"),
                        Map.entry("server.port", "443"),
                        Map.entry("url.scheme", "https"),
                        Map.entry("url.template", Operation.FETCH_RULE.template()));
        assertThat(OTEL.getName()).isEqualTo("http.client.request.duration");
        assertThat(OTEL.getContextualName(context)).isEqualTo("GET " + Operation.FETCH_RULE.template());
        assertThat(OTEL.getHighCardinalityKeyValues(context))
                .containsExactly(KeyValue.of("url.full", "https://flex-api.twilio.com/v1/x?a=REDACTED"));
    }

    @ParameterizedTest
    @CsvSource({
        "200,SUCCESS,NONE,200,none",
        "503,SERVER_ERROR,API,503,503",
        "200,UNKNOWN,DECODING,200,DecodingException"
    })
    void takesTheStatusForTheErrorIfThatIsWhatItIs(
            int status, Outcome outcome, ErrorType error, String code, String type) {
        AttemptContext context = new AttemptContext(Operation.CREATE_RULE, 2, "http://127.0.0.1:8080", "/");
        context.answer(status, null);
        context.end(outcome, error, Statuses.index(status, null));
        assertThat(keys(context))
                .containsEntry("http.response.status_code", code)
                .containsEntry("error.type", type)
                .containsEntry("server.port", "8080");
    }

    @Test
    void foldsStatusesThatNoServiceOfThisKindAnswers() {
        assertThat(Stream.of(200, 418, 999, 600, -1).map(status -> Statuses.tag(Statuses.index(status, null))))
                .containsExactly("200", "other", "other", "other", "other");
    }

    @Test
    void namesEveryErrorOfOursAndNoneOfOthers() {
        Set<String> ours = Stream.concat(
                        Arrays.stream(FlexAlertsException.class.getPermittedSubclasses()),
                        Arrays.stream(
                                ApiException.class.getPermittedSubclasses() == null
                                        ? new Class<?>[0]
                                        : ApiException.class.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        Set<String> tags = Stream.of(ErrorType.values()).map(ErrorType::tag).collect(Collectors.toSet());
        assertThat(tags).containsAll(ours).contains("none", "UnexpectedException");
        assertThat(ErrorType.of(new IllegalStateException())).isEqualTo(ErrorType.UNEXPECTED);
        assertThat(OperationContext.told(new IllegalStateException()).getClass().getSimpleName())
                .isEqualTo(ErrorType.UNEXPECTED.tag());
    }

    @Test
    void supportOnlyTheirOwnContexts() {
        assertThat(OTEL.supportsContext(new OperationContext(Operation.FETCH_RULE)))
                .isFalse();
        assertThat(DefaultOperationObservationConvention.INSTANCE.supportsContext(new Observation.Context()))
                .isFalse();
        assertThat(new OperationContext(Operation.FETCH_RULE)).hasToString("OperationContext[rules.fetch]");
        assertThat(new AttemptContext(Operation.FETCH_RULE, 1, "https://flex", "/secret"))
                .hasToString("AttemptContext[rules.fetch]");
    }

    @Test
    void areDocumented() {
        for (FlexAlertsObservationDocumentation each : FlexAlertsObservationDocumentation.values()) {
            assertThat(each.getDefaultConvention()).isNotNull();
            assertThat(each.getLowCardinalityKeyNames()).isNotEmpty();
        }
        assertThat(Arrays.stream(FlexAlertsObservationDocumentation.ATTEMPT.getHighCardinalityKeyNames())
                        .map(key -> key.asString()))
                .contains("url.full", "http.request.resend_count");
    }

    private static Map<String, String> keys(AttemptContext context) {
        return OTEL.getLowCardinalityKeyValues(context).stream()
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }
}
