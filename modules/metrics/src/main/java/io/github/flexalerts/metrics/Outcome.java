package io.github.flexalerts.metrics;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.OrphanedConfigurationException;
import io.github.flexalerts.core.error.PagingException;
import org.jspecify.annotations.Nullable;

/** How an operation or an attempt ended; the values of the tag {@code outcome}. */
public enum Outcome {
    /** It has its value. */
    SUCCESS,
    /** The service refused it with a status of 4xx. */
    CLIENT_ERROR,
    /** The service failed with a status of 5xx. */
    SERVER_ERROR,
    /** It was cancelled; so is a listing that its consumer ends early. */
    CANCELLED,
    /** It failed of anything else, or is still under way. */
    UNKNOWN;

    static Outcome of(@Nullable Throwable error) {
        if (error == null) {
            return SUCCESS;
        }
        if (error instanceof ApiException answer) {
            return of(answer.status());
        }
        boolean cause = error instanceof PagingException
                || error instanceof AmbiguousOutcomeException
                || error instanceof OrphanedConfigurationException;
        return cause && error.getCause() != null ? of(error.getCause()) : UNKNOWN;
    }

    private static Outcome of(int status) {
        return switch (status / 100) {
            case 4 -> CLIENT_ERROR;
            case 5 -> SERVER_ERROR;
            default -> UNKNOWN;
        };
    }
}
