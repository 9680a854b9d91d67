package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.SaturatedException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.reactive.CallInstrumentation.Retry;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.Locale;

/** What an attempt can fail of, as far as its repetition is concerned. */
public enum Failure {
    /** 429: the service did not process the request. */
    THROTTLED,
    /** 408 and 5xx: the service may have processed the request. */
    SERVER_ERROR,
    /** No connection: the request was surely not sent. */
    NOT_SENT,
    /** The connection broke, or no answer came in time: the service may have processed the request. */
    LOST,
    /** 401: the credentials were not accepted. */
    UNAUTHORIZED,
    /** Any other status that is not success. */
    REFUSED,
    /** A success that cannot be read. */
    UNREADABLE,
    /** The client held the call back, or was closed before it was sent. */
    HELD_BACK,
    /** The client was closed after the call was sent. */
    CLOSED;

    static Failure of(FlexAlertsException error) {
        if (error instanceof ApiException answer) {
            return of(answer);
        }
        if (error instanceof TransportException lost) {
            return lost.requestSent() ? LOST : lost.isTransient() ? NOT_SENT : REFUSED;
        }
        if (error instanceof ClientClosedException closed) {
            return closed.requestSent() ? CLOSED : HELD_BACK;
        }
        return error instanceof DecodingException ? UNREADABLE : HELD_BACK;
    }

    private static Failure of(ApiException answer) {
        if (answer.status() == 429) {
            return THROTTLED;
        }
        if (answer.status() == 401) {
            return UNAUTHORIZED;
        }
        return answer.isTransient() ? SERVER_ERROR : REFUSED;
    }

    /** Whether the service may have acted on the request. */
    boolean uncertain() {
        return this == SERVER_ERROR || this == LOST || this == CLOSED;
    }

    /** Whether the service may have done what a call that failed asked for: unless it is proven that it did not, it may. */
    public static boolean mayBeDone(Throwable error) {
        if (!(error instanceof FlexAlertsException failed)) {
            return true;
        }
        if (failed.operation().equals(Operation.FETCH_TOKEN.id())) {
            return false; // the call itself needs the token
        }
        if (failed.attempts().stream().anyMatch(Attempt::uncertain)) {
            return true;
        }
        return switch (of(failed)) {
            case THROTTLED, NOT_SENT, UNAUTHORIZED, REFUSED -> false;
            case HELD_BACK -> !(failed instanceof SaturatedException || failed instanceof ClientClosedException);
            case SERVER_ERROR, LOST, UNREADABLE, CLOSED -> true;
        };
    }

    /** The reason that an instrumentation gets for a retry after this failure. */
    Retry retry(FlexAlertsException error) {
        return switch (this) {
            case THROTTLED -> Retry.THROTTLED;
            case UNAUTHORIZED -> Retry.AUTH;
            case NOT_SENT, LOST ->
                error instanceof TransportException lost && lost.reason() == TransportException.Reason.TIMEOUT
                        ? Retry.TIMEOUT
                        : Retry.IO;
            case SERVER_ERROR, REFUSED, UNREADABLE, HELD_BACK, CLOSED -> Retry.SERVER_ERROR;
        };
    }

    /** The failure in the words of messages and docs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
