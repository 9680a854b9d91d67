package io.github.flexalerts.cli;

import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.ProxyOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which proxies lead to the service, and whether they answer. */
final class ProxyCheck {
    private static final int PATIENCE_MILLIS = 5000;
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

    void examine() {
        Set<String> done = new LinkedHashSet<>();
        for (URI origin : origins()) {
            ProxyOptions proxy = transport.proxyFor(origin);
            if (proxy != null && done.add(proxy.address() + " " + origin.getHost())) {
                examine(origin, proxy);
            }
        }
    }

    private Set<URI> origins() {
        Set<URI> origins = new LinkedHashSet<>();
        URI base = settings.baseUrl();
        URI taskRouter = settings.places().taskRouterUrl();
        add(origins, base == null ? FLEX : base);
        if (base == null || taskRouter != null) {
            add(origins, taskRouter == null ? TASK_ROUTER : taskRouter);
        }
        return origins;
    }

    private static void add(Set<URI> origins, @Nullable URI origin) {
        if (origin != null && origin.getHost() != null) {
            origins.add(origin);
        }
    }

    private void examine(URI origin, ProxyOptions proxy) {
        String what = proxy.address() + " (" + settings.network().source(origin) + ") for " + origin.getHost();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), PATIENCE_MILLIS);
            checks.ok("proxy", what + " answers");
        } catch (IOException e) {
            checks.fail("proxy", what + " cannot be reached");
        }
    }
}
