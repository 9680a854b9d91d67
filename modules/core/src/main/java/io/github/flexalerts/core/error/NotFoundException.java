package io.github.flexalerts.core.error;

import java.util.List;

/** There is no such rule or no such instance (404). */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param problem what the answer said
     * @param attempts the attempts of the call
     */
    public NotFoundException(String operation, ApiProblem problem, List<Attempt> attempts) {
        super(operation, problem, attempts);
    }
}
