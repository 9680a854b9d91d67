package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.reactive.transport.ApiResponse;
import org.jspecify.annotations.Nullable;

/** The service's id of a request. It is printed in messages, so only what looks like one is taken. */
public final class RequestId {
    public static final String HEADER = "Twilio-Request-Id";

    private RequestId() {}

    public static @Nullable String of(ApiResponse response) {
        return of(response.header(HEADER));
    }

    public static @Nullable String of(@Nullable String header) {
        return header != null && header.matches("[A-Za-z0-9-]{1,64}") ? header : null;
    }
}
