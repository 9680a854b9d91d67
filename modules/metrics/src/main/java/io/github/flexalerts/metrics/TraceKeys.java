package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.FlexAlertsObservationDocumentation.TraceKey;
import io.micrometer.common.KeyValues;

/** What spans of attempts hold besides their tags, whatever the convention. */
final class TraceKeys {
    private TraceKeys() {}

    static KeyValues of(AttemptContext context) {
        KeyValues keys = KeyValues.of(TraceKey.URL_FULL.withValue(context.origin() + context.target()));
        if (context.isRetry()) {
            keys = keys.and(TraceKey.RESEND_COUNT.withValue(Integer.toString(context.number() - 1)));
        }
        String requestId = context.requestId();
        return requestId == null ? keys : keys.and(TraceKey.REQUEST_ID.withValue(requestId));
    }
}
