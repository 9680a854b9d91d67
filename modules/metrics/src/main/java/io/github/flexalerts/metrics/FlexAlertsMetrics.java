package io.github.flexalerts.metrics;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.reactive.CallInstrumentation;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.PoolSnapshot;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.util.context.ContextView;

/**
 * The meters and the traces of clients, by Micrometer. Make one for a registry and share it: clients that are attached to
 * the same one count together, and what the first of them registered is removed when the last of them is closed.
 *
 * <p><b>Meters</b> on a {@code MeterRegistry} are for every call: they are cached for each combination of tags and cost
 * next to nothing. <b>Observations</b> on an {@code ObservationRegistry} are for those who want spans. Both have the same
 * names and tags. With both, what an observation's own handler times is not timed again.
 *
 * <pre>{@code
 * FlexAlertsMetrics metrics = FlexAlertsMetrics.builder().meters(meterRegistry).build();
 * FlexAlertsClient client = FlexAlertsClient.builder()
 *         .credentials(credentials)
 *         .instanceSid(instanceSid)
 *         .instrumentation(metrics)
 *         .build();
 * }</pre>
 *
 * <p>The tags hold closed sets alone, never a SID, a name, a URL or a message, and there are at most
 * {@value SeriesBound#MOST} combinations of a name and its tags, however many operations and errors there are.
 */
public final class FlexAlertsMetrics implements ClientInstrumentation {
    private static final String DEFAULT_CLIENT = "flex-alerts";

    private final @Nullable MeterHome meters;
    private final @Nullable Observations observations;
    private final String client;

    FlexAlertsMetrics(@Nullable MeterHome meters, @Nullable Observations observations) {
        this(meters, observations, DEFAULT_CLIENT);
    }

    private FlexAlertsMetrics(@Nullable MeterHome meters, @Nullable Observations observations, String client) {
        this.meters = meters;
        this.observations = observations;
        this.client = client;
    }

    /**
     * Returns a builder without a registry.
     *
     * @return a new builder
     */
    public static FlexAlertsMetricsBuilder builder() {
        return new FlexAlertsMetricsBuilder();
    }

    /**
     * Returns these metrics under another name for the clients that they are attached to: the value of the tag
     * {@code client}, {@value #DEFAULT_CLIENT} by default. The first sixteen names are kept, later ones are counted together
     * as {@code other}. Clients of the same name are added up.
     *
     * @param client the name, from the configuration rather than from data
     * @return metrics that share everything else with these
     */
    public FlexAlertsMetrics named(String client) {
        return new FlexAlertsMetrics(meters, observations, requireNonNull(client, "client"));
    }

    @Override
    public CallInstrumentation started(Operation operation, ContextView context) {
        Meters live = meters == null ? null : meters.live();
        if (observations != null) {
            return observations.started(operation, context, live, client);
        }
        return live == null ? CallInstrumentation.NOOP : new MeteredCall(live, client, operation, true);
    }

    @Override
    public void ambiguous(Resolution resolution) {
        Meters live = meters == null ? null : meters.live();
        if (live != null) {
            live.fixed().ambiguous(resolution);
        }
    }

    @Override
    public Disposable attached(Supplier<GovernorSnapshot> governor, @Nullable Supplier<PoolSnapshot> pool) {
        return meters == null
                ? ClientInstrumentation.super.attached(governor, pool)
                : meters.attach(client, governor, pool);
    }
}
