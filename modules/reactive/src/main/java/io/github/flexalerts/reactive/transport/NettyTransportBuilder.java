package io.github.flexalerts.reactive.transport;

import static java.util.Objects.requireNonNull;

import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/** Builds a {@link NettyTransport}. Every limit of time is set; none is left to a default of the layers below. */
public final class NettyTransportBuilder {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration DNS_TTL = Duration.ofMinutes(1);
    private static final Duration EVICTION = Duration.ofSeconds(15);

    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration tlsTimeout = Duration.ofSeconds(10);
    private Duration acquireTimeout = Duration.ofSeconds(5);
    private Duration responseTimeout = Duration.ofSeconds(15);
    private Duration maxIdleTime = Duration.ofSeconds(30);
    private Duration maxLifeTime = Duration.ofMinutes(5);
    private int maxConnections = 50;
    private int maxPending = 100;
    private int ioThreads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private UnaryOperator<HttpClient> httpClient = UnaryOperator.identity();
    private @Nullable Function<URI, @Nullable ProxyOptions> proxies;
    private List<Certificate> trusted = List.of();

    NettyTransportBuilder() {}

    /**
     * Sets how long making a connection may take; 5 s by default.
     *
     * @param timeout 1 ms to 24 h
     * @return this builder
     */
    public NettyTransportBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = positive("connectTimeout", timeout);
        return this;
    }

    /**
     * Sets how long the TLS handshake may take; 10 s by default.
     *
     * @param timeout 1 ms to 24 h
     * @return this builder
     */
    public NettyTransportBuilder tlsTimeout(Duration timeout) {
        this.tlsTimeout = positive("tlsTimeout", timeout);
        return this;
    }

    /**
     * Sets how long a call may wait for a connection; 5 s by default.
     *
     * @param timeout 1 ms to 24 h
     * @return this builder
     */
    public NettyTransportBuilder acquireTimeout(Duration timeout) {
        this.acquireTimeout = positive("acquireTimeout", timeout);
        return this;
    }

    /**
     * Sets how long the answer, and then each further piece of it that is asked for, may take to arrive; 15 s by default.
     * A consumer that pauses costs nothing of it.
     *
     * @param timeout 1 ms to 24 h
     * @return this builder
     */
    public NettyTransportBuilder responseTimeout(Duration timeout) {
        this.responseTimeout = positive("responseTimeout", timeout);
        return this;
    }

    /**
     * Sets how long a connection may wait for its next use; 30 s by default. Keep it below the service's own limit.
     *
     * @param time 1 ms to 24 h
     * @return this builder
     */
    public NettyTransportBuilder maxIdleTime(Duration time) {
        this.maxIdleTime = positive("maxIdleTime", time);
        return this;
    }

    /**
     * Sets how long a connection may live, so that a change of DNS is seen; 5 minutes by default.
     *
     * @param time 1 ms to 24 h
     * @return this builder
     */
    public NettyTransportBuilder maxLifeTime(Duration time) {
        this.maxLifeTime = positive("maxLifeTime", time);
        return this;
    }

    /**
     * Sets how many connections a host may have; 50 by default.
     *
     * @param connections 1 or more
     * @return this builder
     */
    public NettyTransportBuilder maxConnections(int connections) {
        this.maxConnections = positive("maxConnections", connections);
        return this;
    }

    /**
     * Sets how many calls may wait for a connection; 100 by default.
     *
     * @param calls 1 or more
     * @return this builder
     */
    public NettyTransportBuilder maxPending(int calls) {
        this.maxPending = positive("maxPending", calls);
        return this;
    }

    /**
     * Sets the number of I/O threads; half the processors by default, at least 1.
     *
     * @param threads 1 or more
     * @return this builder
     */
    public NettyTransportBuilder ioThreads(int threads) {
        this.ioThreads = positive("ioThreads", threads);
        return this;
    }

    /**
     * Sends all requests through a proxy, except those to the loopback and to the proxy's {@code nonProxyHosts}. By default
     * the Java system properties decide when the transport is built: {@code https.proxyHost}, else {@code http.proxyHost},
     * else {@code socksProxyHost}, and what belongs to them. A proxy that {@link #httpClient} sets comes before both.
     *
     * @param proxy the proxy
     * @return this builder
     */
    public NettyTransportBuilder proxy(ProxyOptions proxy) {
        requireNonNull(proxy, "proxy");
        this.proxies = origin -> proxy;
        return this;
    }

    /**
     * Chooses a proxy for each origin, in place of the Java system properties.
     *
     * @param selection returns the proxy for an origin, as in {@code https://flex-api.twilio.com}; null for none. It is asked
     *     once for each origin and must not block
     * @return this builder
     */
    public NettyTransportBuilder proxies(Function<URI, @Nullable ProxyOptions> selection) {
        this.proxies = requireNonNull(selection, "selection");
        return this;
    }

    /**
     * Sends no request through a proxy, whatever the Java system properties say.
     *
     * @return this builder
     */
    public NettyTransportBuilder noProxy() {
        this.proxies = origin -> null;
        return this;
    }

    /**
     * Trusts the certificate authorities of a PEM file, in addition to those that this Java trusts ({@code
     * javax.net.ssl.trustStore}, or the JDK's own). The file is read at once.
     *
     * @param pem the file
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public NettyTransportBuilder trustedCertificates(Path pem) {
        this.trusted = TrustedCertificates.read(requireNonNull(pem, "pem"));
        return this;
    }

    /**
     * Sets a last word on the HTTP client, for what has no option here, as wire logging. Nothing by default. It must not
     * enable redirects.
     *
     * @param change changes the client that is otherwise ready
     * @return this builder
     */
    public NettyTransportBuilder httpClient(UnaryOperator<HttpClient> change) {
        this.httpClient = requireNonNull(change, "change");
        return this;
    }

    /**
     * Builds the transport. Nothing is connected yet.
     *
     * @return a new transport, to be closed
     * @throws IllegalArgumentException if a Java system property names a proxy that cannot be right; the message names it
     */
    public NettyTransport build() {
        PoolGauge gauge = new PoolGauge();
        ConnectionProvider connections = connections(gauge);
        LoopResources loops = LoopResources.create("flex-alerts", 1, ioThreads, true, false);
        return new NettyTransport(
                httpClient.apply(client(connections, loops)),
                proxies == null ? ofSystemProperties() : proxies,
                connectTimeout,
                connections,
                loops,
                gauge,
                maxConnections);
    }

    /** The properties as they are now: what changes later must not reroute some of the connections. */
    private static Function<URI, @Nullable ProxyOptions> ofSystemProperties() {
        ProxyOptions proxy = new SystemProxy(System.getProperties()).options();
        return origin -> proxy;
    }

    private ConnectionProvider connections(PoolGauge gauge) {
        return ConnectionProvider.builder("flex-alerts")
                .maxConnections(maxConnections)
                .pendingAcquireMaxCount(maxPending)
                .pendingAcquireTimeout(acquireTimeout)
                .maxIdleTime(maxIdleTime)
                .maxLifeTime(maxLifeTime)
                .maxLifeTimeVariance(10)
                .evictInBackground(EVICTION)
                .lifo()
                .metrics(true, () -> gauge)
                .build();
    }

    private HttpClient client(ConnectionProvider connections, LoopResources loops) {
        return HttpClient.create(connections)
                .runOn(loops)
                .secure(this::tls)
                .resolver(dns -> dns.cacheMaxTimeToLive(DNS_TTL))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
                .option(ChannelOption.SO_KEEPALIVE, true)
                .doOnChannelInit((observer, channel, address) -> guard(channel.pipeline()))
                .doOnRequest(Exchange::begin)
                .compress(true)
                .followRedirect(false);
    }

    /** Reactor Netty's own limit does not see that it is the consumer who pauses, and is made anew for each request. */
    private void guard(ChannelPipeline pipeline) {
        pipeline.addAfter(NettyPipeline.HttpCodec, "flex-alerts.answers", new FinalAnswers())
                .addAfter("flex-alerts.answers", "flex-alerts.silence", new SilenceLimit(responseTimeout.toMillis()))
                .addBefore(NettyPipeline.ReactiveBridge, "flex-alerts.failure", new FirstFailure());
    }

    private void tls(SslProvider.SslContextSpec spec) {
        SslProvider.GenericSslContextSpec<?> context = trusted.isEmpty()
                ? Http11SslContextSpec.forClient()
                : Http11SslContextSpec.forClient()
                        .configure(builder -> builder.trustManager(TrustedCertificates.with(trusted)));
        spec.sslContext(context).handshakeTimeout(tlsTimeout);
    }

    private static Duration positive(String name, Duration value) {
        if (requireNonNull(value, name).compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be between 1 ms and 24 h, was " + value);
        }
        return value;
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
        return value;
    }
}
