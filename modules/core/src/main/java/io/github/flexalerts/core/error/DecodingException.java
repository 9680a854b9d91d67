package io.github.flexalerts.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service answered with success, but the body cannot be read or is larger than a limit. */
public final class DecodingException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final @Nullable Integer status;
    private final @Nullable String requestId;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param what what is wrong with the body, without a word of what it holds
     * @param status the HTTP status, null if there was none
     * @param requestId the service's id of the request, null if it gave none
     * @param attempts the attempts of the call
     */
    public DecodingException(
            String operation,
            String what,
            @Nullable Integer status,
            @Nullable String requestId,
            List<Attempt> attempts) {
        // No cause: the parser's exceptions quote the body.
        super(
                operation,
                attempts,
                operation + " failed: " + what + (status == null ? "" : " (status " + status)
                        + (requestId == null ? "" : ", request " + requestId) + (status == null ? "" : ")"),
                null);
        this.what = what;
        this.status = status;
        this.requestId = requestId;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status, or null if there was none
     */
    public @Nullable Integer status() {
        return status;
    }

    /**
     * Returns the service's id of the request.
     *
     * @return the id, or null if the answer gave none
     */
    public @Nullable String requestId() {
        return requestId;
    }

    @Override
    public DecodingException withAttempts(List<Attempt> attempts) {
        return new DecodingException(operation(), what, status, requestId, attempts);
    }

    /** Returns false: the service would send the same body again. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
