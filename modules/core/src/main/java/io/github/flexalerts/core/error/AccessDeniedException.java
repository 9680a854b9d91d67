package io.github.flexalerts.core.error;

import java.util.List;

/** The service rejected the credentials (401), or they lack a permission (403). */
public final class AccessDeniedException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param problem what the answer said
     * @param attempts the attempts of the call
     */
    public AccessDeniedException(String operation, ApiProblem problem, List<Attempt> attempts) {
        super(operation, problem, attempts);
    }
}
