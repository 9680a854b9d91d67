package io.github.flexalerts.bulk;

import java.util.List;

/** The target changed after the plan was made. Nothing was written. Make a new plan. */
public final class TargetMovedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> changes;

    /**
     * Creates the exception.
     *
     * @param changes what changed, such as {@code rule QY… was changed}; at least one
     */
    public TargetMovedException(List<String> changes) {
        super("the target changed after the plan was made, and nothing was written: "
                + String.join("; ", changes.subList(0, Math.min(10, changes.size())))
                + (changes.size() > 10 ? "; and " + (changes.size() - 10) + " more" : ""));
        this.changes = List.copyOf(changes);
    }

    /**
     * Returns what changed.
     *
     * @return one text per rule, without personal data
     */
    public List<String> changes() {
        return changes;
    }
}
