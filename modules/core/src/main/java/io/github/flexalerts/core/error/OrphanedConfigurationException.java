package io.github.flexalerts.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write of an alert failed after it created a notification configuration, which exists, or may exist, without a rule. Keep
 * its id: the service cannot list configurations. The cause says why the write failed; its suppressed exceptions say why the
 * configuration could not be deleted.
 *
 * <p>The rule may still appear if its write may have been processed, so look for it before you delete the configuration.
 * {@code AlertPlan.continuing(ttid)} handles both cases: it finds the rule, or writes it.
 */
public final class OrphanedConfigurationException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String ttid;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param ttid the configuration's id, null if it is unknown
     * @param cause why the write failed
     */
    public OrphanedConfigurationException(String operation, @Nullable String ttid, Throwable cause) {
        super(
                operation,
                cause instanceof FlexAlertsException failure ? failure.attempts() : List.of(),
                operation + " failed and " + leftover(ttid) + ": " + why(cause),
                cause);
        this.ttid = ttid;
    }

    /**
     * Returns the configuration that remains.
     *
     * @return its id, or null if one may exist with an unknown id
     */
    public @Nullable String ttid() {
        return ttid;
    }

    /** Returns this: the attempts are those of the cause. */
    @Override
    public OrphanedConfigurationException withAttempts(List<Attempt> attempts) {
        return this;
    }

    /** Returns whether the plan may succeed later, continued with the {@link #ttid()}. */
    @Override
    public boolean isTransient() {
        return ttid != null && getCause() instanceof FlexAlertsException cause && cause.isTransient();
    }

    private static String leftover(@Nullable String ttid) {
        if (ttid == null) {
            return "may have left a notification configuration with an unknown id";
        }
        // The id comes from the service, so the message contains it only if it looks like an id.
        return "left the notification configuration "
                + (ttid.matches("[A-Za-z0-9_-]{1,128}") ? ttid : "whose id is of another shape than documented");
    }

    /** The words of others may hold anything. */
    private static String why(Throwable cause) {
        return cause instanceof FlexAlertsException
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
    }
}
