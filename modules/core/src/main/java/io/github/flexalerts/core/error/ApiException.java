package io.github.flexalerts.core.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service answered with a status that is not success. Subclasses exist for the statuses that callers handle differently. */
public non-sealed class ApiException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    private final ApiProblem problem;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param problem what the answer said
     * @param attempts the attempts of the call
     */
    public ApiException(String operation, ApiProblem problem, List<Attempt> attempts) {
        super(operation, attempts, operation + " failed: " + problem + " from the service", null);
        this.problem = problem;
    }

    /**
     * Returns the exception that fits the status.
     *
     * @param operation the operation's id
     * @param problem what the answer said
     * @param attempts the attempts of the call
     * @return one of this class or its subclasses
     */
    public static ApiException of(String operation, ApiProblem problem, List<Attempt> attempts) {
        return switch (problem.status()) {
            case 401, 403 -> new AccessDeniedException(operation, problem, attempts);
            case 404 -> new NotFoundException(operation, problem, attempts);
            case 429 -> new ThrottledException(operation, problem, attempts);
            default -> new ApiException(operation, problem, attempts);
        };
    }

    /**
     * Returns what the answer said.
     *
     * @return the facts of the answer
     */
    public ApiProblem problem() {
        return problem;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status, not 2xx
     */
    public int status() {
        return problem.status();
    }

    /**
     * Returns Twilio's error code.
     *
     * @return the code, or null if the answer gave none
     */
    public @Nullable Integer code() {
        return problem.code();
    }

    /**
     * Returns how long the service asked to wait.
     *
     * @return the wait, or null if the answer gave none
     */
    public @Nullable Duration retryAfter() {
        return problem.retryAfter();
    }

    /**
     * Returns the service's id of the request, for its support.
     *
     * @return the id, or null if the answer gave none
     */
    public @Nullable String requestId() {
        return problem.requestId();
    }

    @Override
    public ApiException withAttempts(List<Attempt> attempts) {
        return of(operation(), problem, attempts);
    }

    /** Returns true for 408, 429 and 5xx. */
    @Override
    public boolean isTransient() {
        return status() == 408 || status() == 429 || status() >= 500;
    }
}
