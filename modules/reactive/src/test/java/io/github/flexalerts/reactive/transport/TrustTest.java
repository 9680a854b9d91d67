package io.github.flexalerts.reactive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.Credentials;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class TrustTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String HERE = "ip:127.0.0.1";

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
    }

    private static DisposableServer server(KeyManagerFactory keys) throws SSLException {
        var context = SslContextBuilder.forServer(keys).build();
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .secure(spec -> spec.sslContext(context))
                .handle((request, response) ->
                        response.sendString(Mono.just("{\"meta\":{},\"rules\":[{\"sid\":\"QY1\"}]}")))
                .bindNow();
    }

    private static Mono<Long> listing(DisposableServer server, NettyTransport transport) {
        return FlexAlertsClient.builder()
                .baseUrl(URI.create("https://127.0.0.1:" + server.port()))
                .credentials(Credentials.apiKey("SK1", "secret"))
                .instanceSid("GO00000000000000000000000000000001")
                .transport(transport)
                .build()
                .rules()
                .list()
                .count();
    }

    @Test
    void trustsTheAuthoritiesOfAPemFile() throws Exception {
        DisposableServer server = server(certificates.signed("good", HERE, "-1d", 10));
        try (NettyTransport transport =
                NettyTransport.builder().trustedCertificates(certificates.ca()).build()) {
            assertThat(listing(server, transport).block(LIMIT)).isEqualTo(1);
        } finally {
            server.disposeNow();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "expired, ip:127.0.0.1, -10d, 5, true, the server's certificate has expired",
        "early, ip:127.0.0.1, +5d, 5, true, the server's certificate is not valid yet",
        "other, dns:other.example, -1d, 10, true, the server's certificate is for another host name",
        "unknown, ip:127.0.0.1, -1d, 10, false, the server's certificate is self-signed or from an authority",
    })
    void reportsTheProblemOfACertificateWithoutRetrying(
            String name, String subject, String start, int days, boolean trusted, String detail) throws Exception {
        DisposableServer server = server(certificates.signed(name, subject, start, days));
        NettyTransportBuilder builder = NettyTransport.builder();
        if (trusted) {
            builder.trustedCertificates(certificates.ca());
        }
        try (NettyTransport transport = builder.build()) {
            Throwable[] failure = new Throwable[1];
            listing(server, transport)
                    .onErrorResume(error -> {
                        failure[0] = error;
                        return Mono.just(0L);
                    })
                    .block(LIMIT);
            TransportException error = (TransportException)
                    (failure[0] instanceof TransportException ? failure[0] : failure[0].getCause());
            assertThat(error.reason()).isEqualTo(Reason.TLS);
            assertThat(error.detail()).startsWith(detail);
            assertThat(error).hasMessageContaining(detail);
            assertThat(error.isTransient()).isFalse();
            assertThat(error.attempts()).hasSize(1);
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void explainsAnInvalidCertificateFile() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Path file : new Path[] {text, empty, folder, folder.resolve("none.pem")}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NettyTransport.builder().trustedCertificates(file))
                    .withMessageStartingWith("trustedCertificates: ");
        }
    }
}
