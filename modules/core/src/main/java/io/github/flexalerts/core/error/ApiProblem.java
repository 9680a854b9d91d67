package io.github.flexalerts.core.error;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer other than success says. Which error format the service uses is not documented for this resource, so
 * everything but the status may be missing.
 *
 * @param status the HTTP status
 * @param code Twilio's error code, as in 20404
 * @param detail the service's own words. They may repeat what was sent, so they are never part of an exception's message
 * @param moreInfo the URL of a page about the code
 * @param requestId the service's id of the request ({@code Twilio-Request-Id})
 * @param retryAfter how long the service asks to wait ({@code Retry-After})
 * @param location where a redirect points to ({@code Location}); redirects are never followed
 */
public record ApiProblem(
        int status,
        @Nullable Integer code,
        @Nullable String detail,
        @Nullable String moreInfo,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        @Nullable String location)
        implements Serializable {

    /** Returns the status, the code and the request id alone. */
    @Override
    public String toString() {
        return status
                + (code == null ? "" : ", Twilio code " + code)
                + (requestId == null ? "" : ", request " + requestId);
    }
}
