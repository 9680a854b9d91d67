package io.github.flexalerts.cli.doctor;

import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.ProxyOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reports the proxies that lead to the service. Whether the first of them answers, a call through it has shown. */
final class ProxyCheck {
    private static final URI FLEX = URI.create("https://flex-api.twilio.com");
    private static final URI TASK_ROUTER = URI.create("https://taskrouter.twilio.com");

    private final CheckUp checks;
    private final Settings settings;
    private final NettyTransport transport;

    ProxyCheck(CheckUp checks, Settings settings, NettyTransport transport) {
        this.checks = checks;
        this.settings = settings;
        this.transport = transport;
    }

    /** Reports the proxies after a call to the Flex API, which failed with this error; null if it did not fail. */
    void report(@Nullable FlexAlertsException error) {
        URI base = settings.baseUrl();
        String first = about(base == null ? FLEX : base);
        if (first != null && error != null && isOfTheProxy(error)) {
            checks.fail("proxy", first + ": ", error);
            return;
        }
        if (first != null) {
            checks.ok("proxy", first + " answers");
        }
        URI taskRouter = settings.places().taskRouterUrl();
        String second =
                base != null && taskRouter == null ? null : about(taskRouter == null ? TASK_ROUTER : taskRouter);
        if (second != null) {
            checks.ok("proxy", second + " is used");
        }
    }

    static boolean isOfTheProxy(@Nullable FlexAlertsException error) {
        return error instanceof TransportException lost && lost.reason() == Reason.PROXY;
    }

    private @Nullable String about(URI origin) {
        ProxyOptions proxy = origin.getHost() == null ? null : transport.proxyFor(origin);
        return proxy == null
                ? null
                : proxy.address() + " (" + settings.network().source(origin) + ") for " + origin.getHost();
    }
}
