package io.github.flexalerts.bulk;

import java.util.List;
import java.util.stream.Collectors;

/** The plan cannot be made. Nothing was written. The exception lists every problem at once. */
public final class PlanRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PlanProblem> problems;

    /**
     * Creates the exception.
     *
     * @param problems every problem, at least one
     */
    public PlanRefusedException(List<PlanProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns every problem.
     *
     * @return at least one problem
     */
    public List<PlanProblem> problems() {
        return problems;
    }

    private static String message(List<PlanProblem> problems) {
        return "no plan was made and nothing was written: "
                + problems.stream().limit(10).map(PlanProblem::toString).collect(Collectors.joining("; "))
                + (problems.size() > 10 ? "; and " + (problems.size() - 10) + " more" : "");
    }
}
