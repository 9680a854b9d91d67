package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.RetryPolicy;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.FakeProxy;
import io.github.flexalerts.testkit.FakeProxyBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.transport.ProxyProvider;

class ProxyTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String PASSWORD = "pr0xy-pass";

    private final FakeFlex flex = FakeFlex.builder().rules(3).start();

    @AfterEach
    void close() {
        flex.close();
    }

    private FlexAlertsClient client(NettyTransport transport, int attempts) {
        return FlexAlertsClient.builder()
                .baseUrl(URI.create(flex.baseUrl()))
                .credentials(Credentials.apiKey(flex.apiKey(), flex.apiSecret()))
                .instanceSid(flex.instanceSid())
                .transport(transport)
                .retry(new RetryPolicy(
                        attempts, Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(5), Duration.ZERO))
                .build();
    }

    private static NettyTransportBuilder transport() {
        return NettyTransport.builder().connectTimeout(Duration.ofMillis(500));
    }

    private TransportException failure(ProxyOptions proxy, int attempts) {
        try (NettyTransport transport = transport().proxy(proxy.withLoopback()).build()) {
            Throwable[] failure = new Throwable[1];
            client(transport, attempts)
                    .rules()
                    .list()
                    .count()
                    .onErrorResume(error -> {
                        failure[0] = error;
                        return Mono.just(0L);
                    })
                    .block(LIMIT);
            Throwable error = failure[0];
            assertThat(error).hasToString(String.valueOf(error)).hasMessageNotContaining(PASSWORD);
            Throwable root = error.getCause() instanceof FlexAlertsException inner ? inner : error;
            assertThat(root).isInstanceOf(TransportException.class);
            return (TransportException) root;
        }
    }

    private long listed(ProxyOptions proxy) {
        try (NettyTransport transport = transport().proxy(proxy).build()) {
            return client(transport, 1).rules().list().count().block(LIMIT);
        }
    }

    @ParameterizedTest(name = "SOCKS {0}, password {1}")
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void sendsAllThroughTheProxy(boolean socks, boolean password) {
        FakeProxyBuilder builder = FakeProxy.builder();
        if (socks) {
            builder.socks5();
        }
        if (password) {
            builder.credentials("u", PASSWORD);
        }
        try (FakeProxy proxy = builder.start()) {
            ProxyOptions options = socks
                    ? ProxyOptions.socks5("localhost", proxy.port())
                    : ProxyOptions.http("127.0.0.1", proxy.port());
            options = password ? options.withCredentials("u", PASSWORD) : options;
            assertThat(listed(options.withLoopback())).isEqualTo(3);
            String target = URI.create(flex.baseUrl()).getAuthority();
            assertThat(proxy.connects()).containsOnly(new FakeProxy.Connect(target, true));
            assertThat(options.toString()).doesNotContain(PASSWORD);
        }
    }

    @Test
    void connectsToTheLoopbackDirectlyUnlessAskedOtherwise() {
        try (FakeProxy proxy = FakeProxy.builder().start()) {
            assertThat(listed(ProxyOptions.http("127.0.0.1", proxy.port()))).isEqualTo(3);
            assertThat(proxy.connects()).isEmpty();
        }
    }

    @Test
    void connectsToNonProxyHostsDirectly() {
        try (FakeProxy proxy = FakeProxy.builder().start()) {
            ProxyOptions options = ProxyOptions.http("127.0.0.1", proxy.port()).withLoopback();
            assertThat(listed(options.withNonProxyHosts("127.*"))).isEqualTo(3);
            assertThat(proxy.connects()).isEmpty();
        }
    }

    @Test
    void reportsThatTheProxyNeedsAPasswordWithoutRetrying() {
        try (FakeProxy proxy = FakeProxy.builder().credentials("u", "other").start()) {
            ProxyOptions options = ProxyOptions.http("127.0.0.1", proxy.port()).withCredentials("u", PASSWORD);
            TransportException error = failure(options, 3);
            assertThat(error)
                    .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " did not connect")
                    .hasMessageContaining("it answered 407");
            assertThat(error.reason()).isEqualTo(Reason.PROXY);
            assertThat(error.proxy()).isEqualTo("127.0.0.1:" + proxy.port());
            assertThat(error.requestSent()).isFalse();
            assertThat(error.isTransient()).isFalse();
            assertThat(proxy.connects()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"403,1", "405,1", "408,3", "429,3", "502,3", "503,3"})
    void repeatsOnlyWhatTheProxyMayDoLater(int status, int attempts) {
        try (FakeProxy proxy = FakeProxy.builder().refuse(status).start()) {
            TransportException error = failure(ProxyOptions.http("127.0.0.1", proxy.port()), 3);
            assertThat(error).hasMessageContaining("it answered " + status);
            assertThat(proxy.connects()).hasSize(attempts);
        }
    }

    @Test
    void reportsThatASocksProxyRefusedTheUser() {
        try (FakeProxy proxy =
                FakeProxy.builder().socks5().credentials("u", "other").start()) {
            TransportException error =
                    failure(ProxyOptions.socks5("127.0.0.1", proxy.port()).withCredentials("u", PASSWORD), 3);
            assertThat(error.reason()).isEqualTo(Reason.PROXY);
            assertThat(error).hasMessageContaining("127.0.0.1:" + proxy.port());
            assertThat(error.isTransient()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotRepeatWhatASocksProxyRefuses(boolean forWantOfAPassword) {
        FakeProxyBuilder builder = FakeProxy.builder().socks5();
        try (FakeProxy proxy = (forWantOfAPassword ? builder.credentials("u", "p") : builder.refuse(403)).start()) {
            TransportException error = failure(ProxyOptions.socks5("127.0.0.1", proxy.port()), 3);
            assertThat(error.reason()).isEqualTo(Reason.PROXY);
            assertThat(error.isTransient()).isFalse();
            assertThat(error.attempts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://joe:pr0xy-pass@proxy",
                "joe:pr0xy-pass@proxy",
                "proxy/pr0xy-pass",
                "proxy?pr0xy-pass",
                "proxy pr0xy-pass",
                "proxy:pr0xy-pass",
                " ",
            })
    void refusesAHostThatIsMoreThanAHostAndDoesNotQuoteIt(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyOptions.http(host, 3128))
                .withMessageStartingWith("host must be")
                .satisfies(error -> assertThat(error).hasMessageNotContaining(PASSWORD));
    }

    @Test
    void refusesAUserWithAColon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyOptions.http("proxy", 3128).withCredentials("joe:pr0xy-pass", "x"))
                .satisfies(error -> assertThat(error).hasMessageNotContaining(PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({"proxy.example, proxy.example:1", "10.0.0.1, 10.0.0.1:1", "::1, [::1]:1", "[::1], [::1]:1"})
    void writesTheAddressOfTheProxy(String host, String address) {
        assertThat(ProxyOptions.http(host, 1).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999", "80a", "-1"})
    void failsAtBuildIfAPropertyIsNoPort(String port) {
        Properties before = (Properties) System.getProperties().clone();
        try {
            System.setProperty("https.proxyHost", "proxy");
            System.setProperty("https.proxyPort", port);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NettyTransport.builder().build())
                    .withMessageContaining("https.proxyPort");
        } finally {
            System.setProperties(before);
        }
    }

    @Test
    void leavesAProxyThatTheHookSetInPlace() {
        try (FakeProxy hooked = FakeProxy.builder().start();
                FakeProxy option = FakeProxy.builder().start();
                NettyTransport transport = transport()
                        .proxy(ProxyOptions.http("127.0.0.1", option.port()).withLoopback())
                        .httpClient(http -> http.proxy(spec -> spec.type(ProxyProvider.Proxy.HTTP)
                                .host("127.0.0.1")
                                .port(hooked.port())))
                        .build()) {
            assertThat(client(transport, 1).rules().list().count().block(LIMIT)).isEqualTo(3);
            assertThat(hooked.connects()).isNotEmpty();
            assertThat(option.connects()).isEmpty();
        }
    }

    @Test
    void namesAProxyThatCannotBeReached() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        TransportException error = failure(ProxyOptions.http("127.0.0.1", free), 2);
        assertThat(error)
                .hasMessageContaining("the proxy 127.0.0.1:" + free + " did not connect")
                .hasMessageContaining("it cannot be reached");
        assertThat(error.isTransient()).isTrue();
        assertThat(error.attempts()).hasSize(2);
    }

    @Test
    void namesAProxyThatCannotBeResolved() {
        assertThat(failure(ProxyOptions.http("proxy.invalid", 3128), 1))
                .hasMessageContaining("the proxy proxy.invalid:3128 did not connect")
                .hasMessageContaining("its name could not be resolved");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesAProxyThatHangsOrCloses(boolean hangs) {
        FakeProxyBuilder builder = FakeProxy.builder();
        try (FakeProxy proxy = (hangs ? builder.hang() : builder.closeAtOnce()).start()) {
            TransportException error = failure(ProxyOptions.http("127.0.0.1", proxy.port()), 2);
            assertThat(error.reason()).isEqualTo(Reason.PROXY);
            assertThat(error.proxy()).isEqualTo("127.0.0.1:" + proxy.port());
            assertThat(error.attempts()).hasSize(2);
        }
    }

    @Test
    void takesTheProxyOfTheSystemPropertiesByDefault() {
        Properties before = (Properties) System.getProperties().clone();
        try (FakeProxy proxy =
                FakeProxy.builder().credentials("u", PASSWORD).refuse(502).start()) {
            System.setProperty("https.proxyHost", "127.0.0.1");
            System.setProperty("https.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("https.proxyUser", "u");
            System.setProperty("https.proxyPassword", PASSWORD);
            fetchFromTwilio(builder -> builder);
            fetchFromTwilio(NettyTransportBuilder::noProxy);
            assertThat(proxy.connects()).containsExactly(new FakeProxy.Connect("flex-api.invalid:443", true));
        } finally {
            System.setProperties(before);
        }
    }

    private static void fetchFromTwilio(UnaryOperator<NettyTransportBuilder> options) {
        try (NettyTransport transport = options.apply(transport()).build()) {
            FlexAlertsClient.builder()
                    .baseUrl(URI.create("https://flex-api.invalid"))
                    .credentials(Credentials.apiKey("SK1", "secret"))
                    .instanceSid("GO00000000000000000000000000000001")
                    .transport(transport)
                    .retry(RetryPolicy.none())
                    .build()
                    .rules()
                    .fetch("QY1")
                    .onErrorComplete()
                    .block(LIMIT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https.proxyHost=p, p:443",
        "https.proxyHost=p https.proxyPort=8080, p:8080",
        "http.proxyHost=p, p:80",
        "socksProxyHost=s, s:1080",
        "socksProxyHost=s https.proxyHost=p, p:443",
        ", ",
    })
    void readsTheSystemProperties(String properties, String proxy) {
        Properties set = new Properties();
        Pattern.compile("(\\S+)=(\\S+)")
                .matcher(properties == null ? "" : properties)
                .results()
                .forEach(each -> set.setProperty(each.group(1), each.group(2)));
        ProxyOptions found = new SystemProxy(set).options();
        assertThat(found == null ? null : found.address()).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, 443, true",
        "example.com, EXAMPLE.com., 443, true",
        "example.com, a.example.com, 443, false",
        ".example.com, a.example.com, 443, true",
        ".example.com, example.com, 443, false",
        "*.example.com, a.example.com, 443, true",
        "*, anything, 1, true",
        "example.com:8443, example.com, 8443, true",
        "example.com:8443, example.com, 443, false",
        "10.*, 10.1.2.3, 443, true",
        "[fe80::1]:443, [fe80::1], 443, true",
        "'', example.com, 443, false",
        "2001:db8:0:0:0:0:0:1, [2001:db8:0:0:0:0:0:1], 443, true",
        "fe80::1, fe80::1, 443, true",
        "[fe80::1]:444, fe80::1, 443, false",
        "exa.ple.com, example.com, 443, false",
    })
    void supportsNonProxyHosts(String pattern, String host, int port, boolean matches) {
        assertThat(NonProxyHosts.matches(pattern, host, port)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true",
        "a.localhost,true",
        "127.0.0.1,true",
        "127.9.9.9,true",
        "[::1],true",
        "128.0.0.1,false",
        "localhost.example.com,false",
        "127.0.0.1.example.com,false",
    })
    void recognisesTheLoopback(String host, boolean loopback) {
        assertThat(NonProxyHosts.isLoopback(host)).isEqualTo(loopback);
    }
}
