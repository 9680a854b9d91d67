package io.github.flexalerts.testkit.internal.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What a proxy asks of its clients.
 *
 * @param user who may use it, null for everybody
 * @param password the user's password, null for everybody
 * @param refusal the status or code that it refuses every target with, 0 for none
 */
public record ProxyRules(@Nullable String user, @Nullable String password, int refusal) {

    /** Returns whether a password is asked for; never the password. */
    @Override
    public String toString() {
        return "ProxyRules[" + (user == null ? "open" : "with a password") + ", refusal=" + refusal + "]";
    }
}
