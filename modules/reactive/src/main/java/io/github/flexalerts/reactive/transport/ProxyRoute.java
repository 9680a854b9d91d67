package io.github.flexalerts.reactive.transport;

import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

/** A proxy in use: its address is looked up off the I/O threads, for Netty's proxy handler would block one for it. */
final class ProxyRoute {
    private static final Duration TTL = Duration.ofSeconds(60);

    private final ProxyOptions options;
    private final long connectTimeoutMillis;
    private final Mono<InetSocketAddress> address;

    ProxyRoute(ProxyOptions options, Duration connectTimeout) {
        this.options = options;
        this.connectTimeoutMillis = connectTimeout.toMillis();
        this.address = Mono.fromCallable(() -> InetAddress.getByName(options.host()))
                .map(found -> new InetSocketAddress(found, options.port()))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(found -> TTL, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    ProxyOptions options() {
        return options;
    }

    Mono<InetSocketAddress> address() {
        return address;
    }

    /** Returns the client with its connections through this proxy. The proxy resolves the name of the service. */
    HttpClient apply(HttpClient client, InetSocketAddress resolved) {
        return client.resolver(NoopAddressResolverGroup.INSTANCE).proxy(spec -> {
            ProxyProvider.Builder proxy = spec.type(
                            options.kind() == ProxyOptions.Kind.HTTP
                                    ? ProxyProvider.Proxy.HTTP
                                    : ProxyProvider.Proxy.SOCKS5)
                    .socketAddress(resolved)
                    .connectTimeoutMillis(connectTimeoutMillis);
            String user = options.user();
            String password = options.password();
            if (user != null) {
                proxy.username(user).password(name -> password == null ? "" : password);
            }
        });
    }

    static @Nullable ProxyRoute of(@Nullable ProxyOptions options, String host, int port, Duration connectTimeout) {
        return options == null || !options.applies(host, port) ? null : new ProxyRoute(options, connectTimeout);
    }
}
