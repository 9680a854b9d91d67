package io.github.flexalerts.core.error;

import java.util.List;

/** The service has too much to do for this account (429). The request was not processed. */
public final class ThrottledException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param problem what the answer said
     * @param attempts the attempts of the call
     */
    public ThrottledException(String operation, ApiProblem problem, List<Attempt> attempts) {
        super(operation, problem, attempts);
    }
}
