package io.github.flexalerts.core.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer other than success says. Which error format the service uses is not documented for this resource, so
 * everything but the status may be missing.
 *
 * @param status the HTTP status
 * @param code Twilio's error code, as in 20404
 * @param message the service's own words, at most 2,000 characters. They may repeat what was sent, so they are never part
 *     of an exception's message
 * @param moreInfo the URL of a page about the code
 * @param requestId the service's id of the request ({@code Twilio-Request-Id})
 * @param retryAfter how long the service asks to wait ({@code Retry-After})
 * @param location where a redirect points to ({@code Location}); redirects are never followed
 * @param errors the fields that the service refused, at most 100; empty if it named none
 */
public record ApiProblem(
        int status,
        @Nullable Integer code,
        @Nullable String message,
        @Nullable String moreInfo,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        @Nullable String location,
        List<FieldError> errors)
        implements Serializable {

    /** Creates a problem. */
    public ApiProblem {
        errors = List.copyOf(errors);
    }

    /** Returns the status, the code and the request id alone. */
    @Override
    public String toString() {
        return status
                + (code == null ? "" : ", Twilio code " + code)
                + (requestId == null ? "" : ", request " + requestId);
    }
}
