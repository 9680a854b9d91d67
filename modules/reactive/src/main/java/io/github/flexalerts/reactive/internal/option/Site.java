package io.github.flexalerts.reactive.internal.option;

import java.net.URI;

/**
 * Where a part of the service is.
 *
 * @param origin where requests go
 * @param documented the host that the reference documents, and that links name whatever the configured one
 */
public record Site(Origin origin, Origin documented) {
    public static final Site FLEX = documented("flex-api.twilio.com");
    public static final Site TASK_ROUTER = documented("taskrouter.twilio.com");

    /** Returns this part of the service at another origin. */
    public Site at(Origin other) {
        return new Site(other, documented);
    }

    /** The default site of TaskRouter: this origin if it is the loopback, else Twilio's. */
    public Site taskRouter() {
        return origin.isLoopback() ? TASK_ROUTER.at(origin) : TASK_ROUTER;
    }

    private static Site documented(String host) {
        Origin origin = Origin.of("documented", URI.create("https://" + host));
        return new Site(origin, origin);
    }
}
