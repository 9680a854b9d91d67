package io.github.flexalerts.core.error;

import java.util.List;

/**
 * A create whose request may or may not have been processed: it was sent, and no answer told. Sent again it might stand
 * twice, so it was not. Look whether the rule is there before repeating.
 */
public final class AmbiguousOutcomeException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param attempts the attempts of the call
     * @param cause the failure that left it open
     */
    public AmbiguousOutcomeException(String operation, List<Attempt> attempts, FlexAlertsException cause) {
        super(operation, attempts, operation + " may or may not have been processed: " + cause.getMessage(), cause);
    }

    @Override
    public AmbiguousOutcomeException withAttempts(List<Attempt> attempts) {
        return getCause() instanceof FlexAlertsException failure
                ? new AmbiguousOutcomeException(operation(), attempts, failure.withAttempts(attempts))
                : this;
    }

    /** Returns false: to repeat it blindly may do it twice. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
