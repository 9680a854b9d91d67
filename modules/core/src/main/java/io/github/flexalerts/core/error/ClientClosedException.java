package io.github.flexalerts.core.error;

import java.util.List;

/** The client was closed while the call was under way, or before it started. */
public final class ClientClosedException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    private final boolean requestSent;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param requestSent whether a part of the request may have reached the service
     * @param attempts the attempts of the call
     */
    public ClientClosedException(String operation, boolean requestSent, List<Attempt> attempts) {
        super(operation, attempts, operation + " failed: " + describe(requestSent), null);
        this.requestSent = requestSent;
    }

    /**
     * Returns whether a part of the request may have reached the service, which then may have acted on it.
     *
     * @return false only if surely nothing was sent
     */
    public boolean requestSent() {
        return requestSent;
    }

    @Override
    public ClientClosedException withAttempts(List<Attempt> attempts) {
        return new ClientClosedException(operation(), requestSent, attempts);
    }

    /** Returns false: a closed client stays closed. */
    @Override
    public boolean isTransient() {
        return false;
    }

    private static String describe(boolean requestSent) {
        return "the client was closed " + (requestSent ? "after" : "before") + " the request was sent";
    }
}
