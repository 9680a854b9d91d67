package io.github.flexalerts.bulk;

import org.jspecify.annotations.Nullable;

/**
 * Something that prevents a plan.
 *
 * @param subject what it is about: a kind and an SID, such as {@code queue WQ…}, or {@code rules}
 * @param name the name of a queue, channel or user, which may be personal data; null if there is none
 * @param reason what is wrong, in one sentence without personal data
 */
public record PlanProblem(String subject, @Nullable String name, String reason) {

    /** Returns the subject and the reason without the name. */
    @Override
    public String toString() {
        return subject + ": " + reason;
    }
}
