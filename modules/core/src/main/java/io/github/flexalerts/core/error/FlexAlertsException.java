package io.github.flexalerts.core.error;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call failed. The subclasses differ by what the caller can do next, and have the facts as fields. Neither the message nor
 * {@code toString} contains a credential, a body or the name of a rule.
 */
public abstract sealed class FlexAlertsException extends RuntimeException
        permits ApiException,
                ClientClosedException,
                TransportException,
                DecodingException,
                AmbiguousOutcomeException,
                PagingException,
                FilterIgnoredException,
                SaturatedException,
                UnresolvedNameException,
                OrphanedConfigurationException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final transient List<Attempt> attempts;

    FlexAlertsException(String operation, List<Attempt> attempts, String message, @Nullable Throwable cause) {
        // The message quotes a cause of this kind, which contains the attempts already.
        super(cause instanceof FlexAlertsException ? message : message + timeline(attempts), cause);
        this.operation = requireNonNull(operation, "operation");
        this.attempts = List.copyOf(attempts);
    }

    /**
     * Returns the operation that failed.
     *
     * @return its id, as in {@code rules.update}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the attempts that the call made, all of them failed.
     *
     * @return the attempts, first one first; empty if the call failed before it made one
     */
    public List<Attempt> attempts() {
        return attempts == null ? List.of() : attempts;
    }

    /**
     * Returns a copy of this exception with the attempts of its call.
     *
     * @param attempts the attempts of the call, first one first
     * @return a copy whose message lists them
     */
    public abstract FlexAlertsException withAttempts(List<Attempt> attempts);

    /**
     * Returns whether the same call may succeed later without a change.
     *
     * @return true if what failed may pass by itself
     */
    public abstract boolean isTransient();

    private static String timeline(List<Attempt> attempts) {
        return attempts.isEmpty()
                ? ""
                : " after " + attempts.size() + (attempts.size() == 1 ? " attempt [" : " attempts [")
                        + attempts.stream().map(Attempt::toString).collect(Collectors.joining("; ")) + "]";
    }
}
