package io.github.flexalerts.metrics;

import io.github.flexalerts.metrics.internal.Words;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations that there are, under the default conventions. A key {@code error} is not among them: the handlers make it
 * of the observation's error, and one of tracing takes it for an error whatever its value.
 */
public enum FlexAlertsObservationDocumentation implements ObservationDocumentation {
    /** An operation from its subscription to its end: waiting, retries and paging included. */
    OPERATION {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultOperationObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return OperationKey.values();
        }
    },
    /** An attempt, from asking for a connection to the last byte of the body, decoded. A child of its operation. */
    ATTEMPT {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultAttemptObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return AttemptKey.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return TraceKey.values();
        }
    };

    /** The tags of an operation. */
    public enum OperationKey implements KeyName {
        /** The operation's id, as in {@code rules.fetch}. */
        OPERATION,
        /** An {@link Outcome}. */
        OUTCOME,
        /** A {@link Kind}. */
        KIND;

        @Override
        public String asString() {
            return Words.of(this);
        }
    }

    /** The tags of an attempt. */
    public enum AttemptKey implements KeyName {
        /** The operation's id, as in {@code rules.fetch}. */
        OPERATION,
        /** The HTTP method. */
        METHOD,
        /** A known status code, {@code other}, {@code IO_ERROR} or {@code CLIENT_ERROR}. */
        STATUS,
        /** An {@link Outcome}. */
        OUTCOME,
        /** {@code first} or {@code retry}. */
        ATTEMPT;

        @Override
        public String asString() {
            return Words.of(this);
        }
    }

    /** What an attempt's span holds besides, and no meter. */
    public enum TraceKey implements KeyName {
        /** The URL without the values of its query. */
        URL_FULL("url.full"),
        /** How often the request was sent before; not on the first attempt. */
        RESEND_COUNT("http.request.resend_count"),
        /** The service's id of the request, if it gave one. */
        REQUEST_ID("flex.alerts.request.id");

        private final String key;

        TraceKey(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
