package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.FlexAlertsMeterDocumentation.MeterKey;
import io.github.flexalerts.metrics.internal.ClientMeters;
import io.github.flexalerts.metrics.internal.Clients;
import io.github.flexalerts.metrics.internal.FixedMeters;
import io.github.flexalerts.metrics.internal.Registrations;
import io.github.flexalerts.metrics.internal.SeriesBound;
import io.github.flexalerts.metrics.internal.Statuses;
import io.github.flexalerts.metrics.internal.Tuples;
import io.github.flexalerts.metrics.internal.Words;
import io.github.flexalerts.reactive.CallInstrumentation.Retry;
import io.github.flexalerts.reactive.CallInstrumentation.Suppression;
import io.github.flexalerts.reactive.transport.Operation;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The meters while a client is attached. Those with an operation among their tags are registered when they first occur, and
 * found again by numbers, not by names.
 */
@SuppressWarnings("EnumOrdinal") // positions in tables that live no longer than the process
final class Meters {
    private static final int OPERATIONS = Operation.values().length;
    private static final int OUTCOMES = Outcome.values().length;
    private static final int ERRORS = ErrorType.values().length;
    private static final String OTHER = "other";

    private final Registrations registrations;
    private final SeriesBound bound = new SeriesBound();
    private final OperationObservationConvention operationConvention;
    private final AttemptObservationConvention attemptConvention;
    private final Clock clock;
    private final FixedMeters fixed;
    private final Clients clients;
    private final Tuples<Timer> operations = new Tuples<>(OPERATIONS, OUTCOMES * ERRORS * 2);
    private final Tuples<LongTaskTimer> active = new Tuples<>(OPERATIONS, 1);
    private final Tuples<Counter> retries = new Tuples<>(OPERATIONS, Retry.values().length);
    private final Tuples<Counter> suppressed = new Tuples<>(OPERATIONS, Suppression.values().length);
    private final Map<String, Tuples<Timer>> attempts = new ConcurrentHashMap<>();

    Meters(
            MeterRegistry registry,
            OperationObservationConvention operationConvention,
            AttemptObservationConvention attemptConvention,
            boolean histograms) {
        this.registrations = new Registrations(registry, histograms);
        this.operationConvention = operationConvention;
        this.attemptConvention = attemptConvention;
        this.clock = registry.config().clock();
        this.fixed = new FixedMeters(registrations);
        this.clients = new Clients(registrations);
    }

    long now() {
        return clock.monotonicTime();
    }

    FixedMeters fixed() {
        return fixed;
    }

    ClientMeters client(String name) {
        return clients.of(name);
    }

    Timer operation(Operation operation, Outcome outcome, ErrorType error, boolean retried) {
        int column = (outcome.ordinal() * ERRORS + error.ordinal()) * 2 + (retried ? 1 : 0);
        Timer known = operations.get(operation.ordinal(), column);
        return known != null
                ? known
                : add(
                        operations,
                        operation,
                        column,
                        name(),
                        tags(operation, outcome, error, retried),
                        this::operations);
    }

    LongTaskTimer active(Operation operation) {
        LongTaskTimer known = active.get(operation.ordinal(), 0);
        return known != null
                ? known
                : add(
                        active,
                        operation,
                        0,
                        name() + ".active",
                        tags(operationConvention.getLowCardinalityKeyValues(new OperationContext(operation))),
                        tags -> registrations.active(name() + ".active", tags));
    }

    Timer attempt(Operation operation, String origin, int number, int status, Outcome outcome, ErrorType error) {
        int row = operation.ordinal();
        int cancelled = outcome == Outcome.CANCELLED ? 1 : 0;
        int column = ((status * ERRORS + error.ordinal()) * 2 + (number > 1 ? 1 : 0)) * 2 + cancelled;
        Tuples<Timer> known = attempts.get(origin);
        if (known == null) {
            known = attempts.computeIfAbsent(origin, o -> new Tuples<>(OPERATIONS, Statuses.COUNT * ERRORS * 4));
        }
        Timer timer = known.get(row, column);
        if (timer != null) {
            return timer;
        }
        AttemptContext context = new AttemptContext(operation, Math.min(number, 2), origin, "");
        context.end(outcome, error, status);
        String name = String.valueOf(attemptConvention.getName());
        Tags tags = tags(attemptConvention.getLowCardinalityKeyValues(context)).and(error(error));
        return add(
                known,
                operation,
                column,
                name,
                tags,
                t -> registrations.timer(FlexAlertsMeterDocumentation.ATTEMPTS, name, t));
    }

    Counter retries(Operation operation, Retry reason) {
        Counter known = retries.get(operation.ordinal(), reason.ordinal());
        return known != null
                ? known
                : counter(retries, FlexAlertsMeterDocumentation.RETRIES, operation, MeterKey.REASON, reason);
    }

    Counter suppressed(Operation operation, Suppression cause) {
        Counter known = suppressed.get(operation.ordinal(), cause.ordinal());
        return known != null
                ? known
                : counter(
                        suppressed, FlexAlertsMeterDocumentation.RETRIES_SUPPRESSED, operation, MeterKey.CAUSE, cause);
    }

    void close() {
        registrations.close();
    }

    private Counter counter(
            Tuples<Counter> table,
            FlexAlertsMeterDocumentation meter,
            Operation operation,
            MeterKey key,
            Enum<?> value) {
        Tags tags = Tags.of(Tag.of("operation", operation.id()), Tag.of(key.asString(), Words.of(value)));
        return add(table, operation, value.ordinal(), meter.getName(), tags, t -> registrations.counter(meter, t));
    }

    private Timer operations(Tags tags) {
        return registrations.timer(FlexAlertsMeterDocumentation.OPERATIONS, name(), tags);
    }

    private String name() {
        return String.valueOf(operationConvention.getName());
    }

    private Tags tags(Operation operation, Outcome outcome, ErrorType error, boolean retried) {
        OperationContext context = new OperationContext(operation, outcome, error, retried);
        return tags(operationConvention.getLowCardinalityKeyValues(context)).and(error(error));
    }

    /** Micrometer's handler of observations adds this tag under every convention, so it is added here too. */
    private static Tag error(ErrorType error) {
        return Tag.of(MeterKey.ERROR.asString(), error.tag());
    }

    private static Tags tags(KeyValues keys) {
        return Tags.of(
                keys.stream().map(key -> Tag.of(key.getKey(), key.getValue())).toList());
    }

    /** Registers what occurs for the first time; past the bound, what all that comes after shares. */
    private synchronized <M> M add(
            Tuples<M> table, Operation operation, int column, String name, Tags tags, Function<Tags, M> register) {
        boolean own = registrations.has(name, tags) || bound.take();
        M meter = register.apply(
                own
                        ? tags
                        : Tags.of(tags.stream()
                                .map(tag -> Tag.of(tag.getKey(), OTHER))
                                .toList()));
        table.set(operation.ordinal(), column, meter);
        return meter;
    }
}
