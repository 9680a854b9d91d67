package io.github.flexalerts.core.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The client itself held the call back: too many others wait before it, or the service asked everybody to wait. */
public final class SaturatedException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final @Nullable Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param why what holds calls back, with the limit that it reached
     * @param retryAfter how long the service asked everybody to wait, null if it did not
     * @param attempts the attempts of the call
     */
    public SaturatedException(String operation, String why, @Nullable Duration retryAfter, List<Attempt> attempts) {
        super(operation, attempts, operation + " not sent: " + why, null);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    /**
     * Returns how long the service asked everybody on these credentials to wait.
     *
     * @return what is left of the wait, or null if the client's own queue is full
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public SaturatedException withAttempts(List<Attempt> attempts) {
        return new SaturatedException(operation(), why, retryAfter, attempts);
    }

    /** Returns true: the queue will shorten. */
    @Override
    public boolean isTransient() {
        return true;
    }
}
