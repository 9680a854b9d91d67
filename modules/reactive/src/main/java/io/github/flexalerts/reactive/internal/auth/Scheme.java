package io.github.flexalerts.reactive.internal.auth;

import io.github.flexalerts.reactive.internal.call.Authorizer;
import org.jspecify.annotations.Nullable;

/** How credentials open the service. Its {@code toString} masks the secret. */
public sealed interface Scheme permits BasicScheme, OAuthScheme {

    /** Returns what authorizes requests; a scheme with tokens looks among those kept, and fetches others by calls. */
    Authorizer authorizer(Tokens kept, TokenCalls calls);

    /** Returns the account, null if the credentials do not tell it. */
    default @Nullable String accountSid() {
        return null;
    }
}
