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
        /** The proxy did not connect: it cannot be reached, or it refuses; {@link TransportException#proxy()} names it. */
        PROXY,
        /** The TLS handshake failed. */
        TLS,
        /** The connection was lost or broke the protocol. */
        CONNECTION,
        /** A limit of time was reached. */
        TIMEOUT
    }

    private final Reason reason;
    private final boolean requestSent;
    private final @Nullable String detail;
    private final @Nullable String proxy;
    private final boolean lasting;

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
        this(operation, reason, requestSent, null, null, reason == Reason.TLS, attempts, cause);
    }

    private TransportException(
            String operation,
            Reason reason,
            boolean requestSent,
            @Nullable String detail,
            @Nullable String proxy,
            boolean lasting,
            List<Attempt> attempts,
            @Nullable Throwable cause) {
        super(operation, attempts, operation + " failed: " + describe(reason, requestSent, proxy, detail), cause);
        this.reason = reason;
        this.requestSent = requestSent;
        this.detail = detail;
        this.proxy = proxy;
        this.lasting = lasting;
    }

    /**
     * Returns the exception of a TLS handshake that failed.
     *
     * @param operation the operation's id
     * @param detail what is wrong, as in "the server's certificate has expired"; null if that is not known
     * @param cause what the transport said
     * @return the exception, which is not transient
     */
    public static TransportException tls(String operation, @Nullable String detail, Throwable cause) {
        return new TransportException(operation, Reason.TLS, false, detail, null, true, List.of(), cause);
    }

    /**
     * Returns the exception of a proxy that did not connect.
     *
     * @param operation the operation's id
     * @param proxy the proxy's host and port, without user and password
     * @param detail what the proxy did, as in "it answered 407"
     * @param lasting whether the proxy refuses, so that a repetition is of no use
     * @param cause what the transport said
     * @return the exception
     */
    public static TransportException proxy(
            String operation, String proxy, String detail, boolean lasting, Throwable cause) {
        return new TransportException(operation, Reason.PROXY, false, detail, proxy, lasting, List.of(), cause);
    }

    /**
     * Returns the proxy that did not connect.
     *
     * @return its host and port; null unless the reason is {@link Reason#PROXY}
     */
    public @Nullable String proxy() {
        return proxy;
    }

    /**
     * Returns what is known beyond the reason.
     *
     * @return a sentence for people, null if there is none
     */
    public @Nullable String detail() {
        return detail;
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
        return new TransportException(operation(), reason, requestSent, detail, proxy, lasting, attempts, getCause());
    }

    /** Returns false for TLS and for a proxy that refuses; any other failure on the way may pass by itself. */
    @Override
    public boolean isTransient() {
        return !lasting;
    }

    private static String describe(
            Reason reason, boolean requestSent, @Nullable String proxy, @Nullable String detail) {
        String what = switch (reason) {
            case DNS -> "the host's name could not be resolved";
            case CONNECT -> "no connection could be made";
            case PROXY -> "the proxy " + proxy + " did not connect";
            case TLS -> "the TLS handshake failed";
            case CONNECTION -> "the connection was lost";
            case TIMEOUT -> "no answer in time";
        };
        return what
                + (requestSent ? " after the request was sent" : " before the request was sent")
                + (detail == null ? "" : ": " + detail);
    }
}
