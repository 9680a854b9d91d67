package io.github.flexalerts.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** No whole answer came: the network, a limit of time, or the connection failed. */
public final class TransportException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    /** What failed. */
    public enum Reason {
        /** The host's name could not be resolved. */
        DNS,
        /** No connection could be made. */
        CONNECT,
        /** The TLS handshake failed. */
        TLS,
        /** The connection was lost or broke the protocol. */
        CONNECTION,
        /** A limit of time was reached. */
        TIMEOUT
    }

    private final Reason reason;
    private final boolean requestSent;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param reason what failed
     * @param requestSent whether a part of the request may have reached the service
     * @param attempts the attempts of the call
     * @param cause what the transport said
     */
    public TransportException(
            String operation, Reason reason, boolean requestSent, List<Attempt> attempts, @Nullable Throwable cause) {
        super(operation, attempts, operation + " failed: " + describe(reason, requestSent), cause);
        this.reason = reason;
        this.requestSent = requestSent;
    }

    /**
     * Returns what failed.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
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
    public TransportException withAttempts(List<Attempt> attempts) {
        return new TransportException(operation(), reason, requestSent, attempts, getCause());
    }

    /** Returns true but for TLS: what fails on the way may pass by itself, a certificate that does not fit will not. */
    @Override
    public boolean isTransient() {
        return reason != Reason.TLS;
    }

    private static String describe(Reason reason, boolean requestSent) {
        String what = switch (reason) {
            case DNS -> "the host's name could not be resolved";
            case CONNECT -> "no connection could be made";
            case TLS -> "the TLS handshake failed";
            case CONNECTION -> "the connection was lost";
            case TIMEOUT -> "no answer in time";
        };
        return what + (requestSent ? " after the request was sent" : " before the request was sent");
    }
}
