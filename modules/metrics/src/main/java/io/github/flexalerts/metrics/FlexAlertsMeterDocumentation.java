package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.FlexAlertsObservationDocumentation.AttemptKey;
import io.github.flexalerts.metrics.FlexAlertsObservationDocumentation.OperationKey;
import io.github.flexalerts.metrics.internal.Words;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The meters that there are, under the default conventions. */
@SuppressWarnings("ImmutableEnumChecker") // the array of keys is never handed out
public enum FlexAlertsMeterDocumentation implements MeterDocumentation {
    /** Operations that ended. */
    OPERATIONS(
            "operations",
            Meter.Type.TIMER,
            "seconds",
            "Operations from their subscription to their end: waiting, retries and paging included",
            withError(OperationKey.values())),
    /** Operations under way. */
    OPERATIONS_ACTIVE(
            "operations.active", Meter.Type.LONG_TASK_TIMER, "seconds", "Operations under way", OperationKey.values()),
    /** Attempts that ended. */
    ATTEMPTS(
            "attempts",
            Meter.Type.TIMER,
            "seconds",
            "Attempts, from asking for a connection to the last byte of the body, decoded",
            withError(AttemptKey.values())),
    /** Attempts that were followed by another one. */
    RETRIES(
            "retries",
            Meter.Type.COUNTER,
            null,
            "Attempts that were followed by another one",
            MeterKey.OPERATION,
            MeterKey.REASON),
    /** Failures that may pass and yet were not followed by another attempt. */
    RETRIES_SUPPRESSED(
            "retries.suppressed",
            Meter.Type.COUNTER,
            null,
            "Failures that may pass and yet were not followed by another attempt",
            MeterKey.OPERATION,
            MeterKey.CAUSE),
    /** Waits between two attempts. */
    RETRY_WAIT(
            "retry.wait",
            Meter.Type.TIMER,
            "seconds",
            "Waits between two attempts, by who asked for them",
            MeterKey.SOURCE),
    /** What is left for retries. */
    RETRY_BUDGET(
            "retry.budget",
            Meter.Type.GAUGE,
            "tokens",
            "What is left for retries; at 0 nothing is repeated",
            MeterKey.CLIENT),
    /** Calls that were held back. */
    THROTTLED(
            "throttled",
            Meter.Type.COUNTER,
            null,
            "Attempts that the service throttled (429), and calls that the client itself held back",
            MeterKey.SOURCE),
    /** How many calls may be in flight. */
    LIMITER_LIMIT(
            "limiter.limit",
            Meter.Type.GAUGE,
            "calls",
            "Calls that may be in flight at once, as learned from the service",
            MeterKey.CLIENT),
    /** How many calls are in flight. */
    LIMITER_INFLIGHT("limiter.inflight", Meter.Type.GAUGE, "calls", "Calls in flight", MeterKey.CLIENT),
    /** How many calls wait for admission. */
    LIMITER_QUEUED(
            "limiter.queued",
            Meter.Type.GAUGE,
            "calls",
            "Calls that wait for admission",
            MeterKey.CLIENT,
            MeterKey.LANE),
    /** Waits for admission. */
    LIMITER_WAIT(
            "limiter.wait",
            Meter.Type.TIMER,
            "seconds",
            "Waits for admission, of every attempt",
            MeterKey.CLIENT,
            MeterKey.LANE),
    /** Pages of listings. */
    PAGES(
            "pages",
            Meter.Type.COUNTER,
            "pages",
            "Pages of listings: delivered to the consumer, wholly or in part, or read ahead in vain",
            MeterKey.RESULT),
    /** Items on a page. */
    PAGE_ITEMS("page.items", Meter.Type.DISTRIBUTION_SUMMARY, "items", "Items on a page that was read to its end"),
    /** Links that were not followed. */
    NEXTLINK_REJECTED(
            "nextlink.rejected",
            Meter.Type.COUNTER,
            null,
            "Listings that ended in a link that must not be followed",
            MeterKey.REASON),
    /** What the reference does not name. */
    DECODE_UNKNOWN(
            "decode.unknown",
            Meter.Type.COUNTER,
            null,
            "Members and values in answers that the reference does not name",
            MeterKey.WHAT),
    /** Creates whose outcome was unknown. */
    CREATE_AMBIGUOUS(
            "create.ambiguous",
            Meter.Type.COUNTER,
            null,
            "Creates whose answer was lost, by what was found out",
            MeterKey.RESOLUTION),
    /** Connections of the transport. */
    POOL_CONNECTIONS(
            "pool.connections",
            Meter.Type.GAUGE,
            "connections",
            "Connections of the transport",
            MeterKey.CLIENT,
            MeterKey.STATE),
    /** Calls that wait for a connection. */
    POOL_PENDING("pool.pending", Meter.Type.GAUGE, "calls", "Calls that wait for a connection", MeterKey.CLIENT);

    private static final String PREFIX = "flex.alerts.";

    private final String name;
    private final Meter.Type type;
    private final @Nullable String unit;
    private final String description;
    private final KeyName[] keys;

    FlexAlertsMeterDocumentation(
            String name, Meter.Type type, @Nullable String unit, String description, KeyName... keys) {
        this.name = name;
        this.type = type;
        this.unit = unit;
        this.description = description;
        this.keys = keys;
    }

    @Override
    public String getName() {
        return PREFIX + name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public @Nullable String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    /**
     * Returns what it measures.
     *
     * @return a sentence without its full stop
     */
    public String description() {
        return description;
    }

    private static KeyName[] withError(KeyName[] keys) {
        return Stream.concat(Stream.of(keys), Stream.of(MeterKey.ERROR)).toArray(KeyName[]::new);
    }

    /** The tags of meters that no convention gives. */
    public enum MeterKey implements KeyName {
        /** The operation's id, as in {@code rules.fetch}. */
        OPERATION,
        /** An {@link ErrorType}; on operations and attempts under every convention. */
        ERROR,
        /** Why an attempt is repeated, or a link not followed. */
        REASON,
        /** Why an attempt is not repeated. */
        CAUSE,
        /** Who asked for a wait, {@code header} or {@code backoff}; who throttled, {@code server} or {@code client}. */
        SOURCE,
        /** The name of the clients, see {@link FlexAlertsMetrics#named}. */
        CLIENT,
        /** {@code interactive} or {@code bulk}. */
        LANE,
        /** {@code delivered} or {@code discarded}. */
        RESULT,
        /** {@code field} or {@code enum}. */
        WHAT,
        /** {@code found}, {@code absent} or {@code unresolved}. */
        RESOLUTION,
        /** {@code active} or {@code idle}. */
        STATE;

        @Override
        public String asString() {
            return Words.of(this);
        }
    }
}
