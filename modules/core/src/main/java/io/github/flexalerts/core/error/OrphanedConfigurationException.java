package io.github.flexalerts.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write of an alert failed, and a notification configuration that it had made stands, or may stand, without a rule. The
 * service documents no list of configurations, so this is the only place that names it. The cause is why the write failed; why
 * the configuration could not be deleted, or its rule not be looked for, is suppressed in it.
 *
 * <p>A rule whose write may have been processed may still come and refer to the configuration, so look for one before you
 * delete it. {@code AlertPlan.continuing(ttid)} settles both: it finds the rule, or writes it.
 */
public final class OrphanedConfigurationException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String ttid;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param ttid the configuration's id, null if no answer told it
     * @param cause why the write failed
     */
    public OrphanedConfigurationException(String operation, @Nullable String ttid, Throwable cause) {
        super(
                operation,
                cause instanceof FlexAlertsException failure ? failure.attempts() : List.of(),
                operation + " failed and " + told(ttid) + ": " + why(cause),
                cause);
        this.ttid = ttid;
    }

    /**
     * Returns which configuration stands.
     *
     * @return its id, or null if one may stand whose id no answer told
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

    private static String told(@Nullable String ttid) {
        if (ttid == null) {
            return "may have left a notification configuration whose id no answer told";
        }
        // The id is the service's word, so only what looks like one is told.
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
