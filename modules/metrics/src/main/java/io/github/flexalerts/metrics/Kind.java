package io.github.flexalerts.metrics;

import java.util.Locale;

/** How an operation came to its end; the values of the tag {@code kind}. */
public enum Kind {
    /** Its first attempts did. */
    SUCCESSFUL_WITHOUT_RETRY,
    /** It took repetitions. */
    SUCCESSFUL_WITH_RETRY,
    /** It failed, and nothing was repeated. */
    FAILED_WITHOUT_RETRY,
    /** It failed in spite of repetitions. */
    FAILED_WITH_RETRY,
    /** It was cancelled or is still under way. */
    NONE;

    private final String tag = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the value of the tag.
     *
     * @return as in {@code successful_with_retry}
     */
    public String tag() {
        return tag;
    }

    static Kind of(Outcome outcome, boolean retried) {
        return switch (outcome) {
            case SUCCESS -> retried ? SUCCESSFUL_WITH_RETRY : SUCCESSFUL_WITHOUT_RETRY;
            case CANCELLED -> NONE;
            case CLIENT_ERROR, SERVER_ERROR, UNKNOWN -> retried ? FAILED_WITH_RETRY : FAILED_WITHOUT_RETRY;
        };
    }
}
