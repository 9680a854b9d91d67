package io.github.flexalerts.metrics.internal;

import io.github.flexalerts.core.error.PagingException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.ThrottledException;
import io.github.flexalerts.metrics.FlexAlertsMeterDocumentation;
import io.github.flexalerts.metrics.FlexAlertsMeterDocumentation.MeterKey;
import io.github.flexalerts.reactive.CallInstrumentation.Unknown;
import io.github.flexalerts.reactive.ClientInstrumentation.Resolution;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The meters whose tags have few values: registered at once, so that a rate over them begins at zero. */
public final class FixedMeters {
    private final Timer askedWait;
    private final Timer backoffWait;
    private final Counter throttledByServer;
    private final Counter throttledByClient;
    private final Counter delivered;
    private final Counter discarded;
    private final DistributionSummary items;
    private final Map<PagingException.Reason, Counter> rejected;
    private final Map<Unknown, Counter> unknown;
    private final Map<Resolution, Counter> ambiguous;

    public FixedMeters(Registrations registrations) {
        askedWait = registrations.timer(FlexAlertsMeterDocumentation.RETRY_WAIT, tag(MeterKey.SOURCE, "header"));
        backoffWait = registrations.timer(FlexAlertsMeterDocumentation.RETRY_WAIT, tag(MeterKey.SOURCE, "backoff"));
        throttledByServer =
                registrations.counter(FlexAlertsMeterDocumentation.THROTTLED, tag(MeterKey.SOURCE, "server"));
        throttledByClient =
                registrations.counter(FlexAlertsMeterDocumentation.THROTTLED, tag(MeterKey.SOURCE, "client"));
        delivered = registrations.counter(FlexAlertsMeterDocumentation.PAGES, tag(MeterKey.RESULT, "delivered"));
        discarded = registrations.counter(FlexAlertsMeterDocumentation.PAGES, tag(MeterKey.RESULT, "discarded"));
        items = registrations.summary(FlexAlertsMeterDocumentation.PAGE_ITEMS);
        rejected = each(
                registrations,
                FlexAlertsMeterDocumentation.NEXTLINK_REJECTED,
                MeterKey.REASON,
                PagingException.Reason.class);
        unknown = each(registrations, FlexAlertsMeterDocumentation.DECODE_UNKNOWN, MeterKey.WHAT, Unknown.class);
        ambiguous = each(
                registrations, FlexAlertsMeterDocumentation.CREATE_AMBIGUOUS, MeterKey.RESOLUTION, Resolution.class);
    }

    public void waited(Duration wait, boolean asked) {
        (asked ? askedWait : backoffWait).record(wait);
    }

    /** Counts an attempt that the service throttled. */
    public void attemptEnded(@Nullable Throwable error) {
        if (error instanceof ThrottledException) {
            throttledByServer.increment();
        }
    }

    /** Counts an operation that the client held back, and a listing that ended in a link. */
    public void operationEnded(@Nullable Throwable error) {
        if (error instanceof PagingException listing) {
            if (listing.reason() == PagingException.Reason.INTERRUPTED) {
                operationEnded(listing.getCause());
            } else {
                increment(rejected.get(listing.reason()), 1);
            }
        } else if (error instanceof SaturatedException) {
            throttledByClient.increment();
        }
    }

    public void page(int count) {
        items.record(count);
    }

    public void pages(int given, int thrownAway) {
        delivered.increment(given);
        discarded.increment(thrownAway);
    }

    public void unknown(Unknown what, int count) {
        increment(unknown.get(what), count);
    }

    public void ambiguous(Resolution resolution) {
        increment(ambiguous.get(resolution), 1);
    }

    private static void increment(@Nullable Counter counter, int count) {
        if (counter != null) {
            counter.increment(count);
        }
    }

    private static <E extends Enum<E>> Map<E, Counter> each(
            Registrations registrations, FlexAlertsMeterDocumentation meter, MeterKey key, Class<E> values) {
        Map<E, Counter> counters = new EnumMap<>(values);
        for (E value : values.getEnumConstants()) {
            if (value != PagingException.Reason.INTERRUPTED) {
                counters.put(value, registrations.counter(meter, tag(key, Words.of(value))));
            }
        }
        return counters;
    }

    private static Tags tag(MeterKey key, String value) {
        return Tags.of(key.asString(), value);
    }
}
