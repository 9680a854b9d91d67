package io.github.flexalerts.core.error;

import java.util.List;

/**
 * The client sent a create and does not know whether the service processed it. The client does not send it again, because the
 * rule might then exist twice. Check whether the rule exists before you repeat the call.
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

    /** Returns false: repeating the call without a check may create a second rule. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
