package io.github.flexalerts.metrics;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.metrics.internal.Statuses;
import io.github.flexalerts.metrics.internal.Words;
import io.github.flexalerts.reactive.CallInstrumentation.Retry;
import io.github.flexalerts.reactive.CallInstrumentation.Suppression;
import io.github.flexalerts.reactive.CallInstrumentation.Unknown;
import io.github.flexalerts.reactive.ClientInstrumentation.Resolution;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of {@code docs/metrics.md}, made of the documentation enums. */
final class MeterTable {
    private MeterTable() {}

    /** A row for each meter. */
    static String meters() {
        return Stream.of(FlexAlertsMeterDocumentation.values())
                .map(meter -> "| `" + meter.getName() + "` | `" + prometheus(meter) + "` | " + type(meter) + " | "
                        + (meter.getBaseUnit() == null ? "–" : meter.getBaseUnit()) + " | " + keys(meter) + " | "
                        + meter.description() + " |\n")
                .collect(Collectors.joining(
                        "",
                        "| meter | in Prometheus | type | unit | tags | what it measures |\n|---|---|---|---|---|---|\n",
                        ""));
    }

    /** A row for each tag. */
    static String tags() {
        return values().entrySet().stream()
                .map(tag -> "| `" + tag.getKey() + "` | "
                        + tag.getValue().stream()
                                .map(value -> "`" + value + "`")
                                .collect(Collectors.joining(", "))
                        + " |\n")
                .collect(Collectors.joining("", "| tag | values |\n|---|---|\n", ""));
    }

    /** The values of each tag; those of the client's name are up to the application. */
    static Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(
                "operation",
                Arrays.stream(Operation.values()).map(Operation::id).toList());
        values.put("outcome", names(Outcome.values()));
        values.put(
                "error", Arrays.stream(ErrorType.values()).map(ErrorType::tag).toList());
        values.put("kind", Arrays.stream(Kind.values()).map(Kind::tag).toList());
        values.put(
                "method",
                Arrays.stream(Operation.values())
                        .filter(operation -> !operation.isWorkflow())
                        .map(Operation::verb)
                        .distinct()
                        .toList());
        values.put(
                "status",
                IntStream.range(0, Statuses.COUNT).mapToObj(Statuses::tag).toList());
        values.put("attempt", List.of("first", "retry"));
        values.put(
                "reason",
                Stream.concat(words(Retry.values()), words(PagingException.Reason.values()))
                        .filter(reason -> !reason.equals("interrupted"))
                        .toList());
        values.put("cause", words(Suppression.values()).toList());
        values.put("source", List.of("header", "backoff", "server", "client"));
        values.put("client", List.of("flex-alerts"));
        values.put("lane", words(Lane.values()).toList());
        values.put("result", List.of("delivered", "discarded"));
        values.put("what", words(Unknown.values()).toList());
        values.put("resolution", words(Resolution.values()).toList());
        values.put("state", List.of("active", "idle"));
        return values;
    }

    static String prometheus(FlexAlertsMeterDocumentation meter) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        String name = registry.config().namingConvention().name(meter.getName(), meter.getType(), meter.getBaseUnit());
        return meter.getType() == Meter.Type.COUNTER ? name + "_total" : name;
    }

    static List<String> keyNames(FlexAlertsMeterDocumentation meter) {
        return Arrays.stream(meter.getKeyNames()).map(KeyName::asString).toList();
    }

    private static String keys(FlexAlertsMeterDocumentation meter) {
        return meter.getKeyNames().length == 0
                ? "–"
                : keyNames(meter).stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
    }

    private static String type(FlexAlertsMeterDocumentation meter) {
        return meter.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static Stream<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of);
    }
}
