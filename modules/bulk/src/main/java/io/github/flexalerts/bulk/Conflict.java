package io.github.flexalerts.bulk;

import java.util.List;

/**
 * A natural key that more than one rule has, so that the plan cannot tell which rule is meant.
 *
 * @param rules the rules: their SIDs, or {@code rule N} of the desired state, from 1
 * @param reason what is ambiguous, in one sentence without personal data
 */
public record Conflict(List<String> rules, String reason) {

    /** Copies the list. */
    public Conflict {
        rules = List.copyOf(rules);
    }
}
