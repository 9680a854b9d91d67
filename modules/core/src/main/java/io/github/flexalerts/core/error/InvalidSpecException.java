package io.github.flexalerts.core.error;

import java.util.List;

/** A spec is invalid and was not sent. The message names every field that is wrong, and no values. */
public final class InvalidSpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong, a sentence each, each beginning with a field's name on the wire
     */
    public InvalidSpecException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Throws if there is a problem.
     *
     * @param problems what is wrong, possibly nothing
     * @throws InvalidSpecException if the list is not empty
     */
    public static void throwIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSpecException(problems);
        }
    }

    /**
     * Returns what is wrong, a sentence for each field.
     *
     * @return the problems, at least one
     */
    public List<String> problems() {
        return problems == null ? List.of() : problems;
    }
}
