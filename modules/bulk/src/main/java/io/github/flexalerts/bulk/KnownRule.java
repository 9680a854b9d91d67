package io.github.flexalerts.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the target that a plan does not change.
 *
 * @param sid the rule, {@code QY…}
 * @param fingerprint its values when the plan was made
 * @param name its friendly name, which is personal data; null if the plan does not keep it (see {@link Plan#kept()})
 */
public record KnownRule(
        String sid, Fingerprint fingerprint, @Nullable String name) {

    /** Returns the rule without its name. */
    @Override
    public String toString() {
        return "KnownRule[" + sid + "]";
    }
}
