package io.github.flexalerts.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flexalerts.cli.Shell;
import io.github.flexalerts.cli.io.InputException;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.ProxyOptions;
import io.github.flexalerts.testkit.FakeFlex;
import io.github.flexalerts.testkit.FakeProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyVariablesTest {
    private static final String PASSWORD = "pr0xy-p@ss";

    private static Shell shell() {
        return Shell.bare()
                .set("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
                .set("TWILIO_AUTH_TOKEN", "token")
                .set("FLEX_INSTANCE_SID", "GO00000000000000000000000000000001");
    }

    private static Map<String, String> env(String variables) {
        Map<String, String> env = new HashMap<>();
        for (String each : variables.split(" ", -1)) {
            int equals = each.indexOf('=');
            env.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return env;
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "HTTPS_PROXY=http://p:1, https://a.b, HTTP p:1",
        "https_proxy=p:1, https://a.b, HTTP p:1",
        "HTTPS_PROXY=http://other:2 https_proxy=http://p:1/, https://a.b, HTTP p:1",
        "HTTPS_PROXY=p, https://a.b, HTTP p:80",
        "HTTPS_PROXY=http://p:1, http://a.b, ",
        "HTTP_PROXY=http://p:1, http://a.b, HTTP p:1",
        "HTTP_PROXY=http://p:1, https://a.b, ",
        "ALL_PROXY=socks5://p, https://a.b, SOCKS5 p:1080",
        "all_proxy=socks5h://p:9, http://a.b, SOCKS5 p:9",
        "ALL_PROXY=socks5://s HTTPS_PROXY=http://p:1, https://a.b, HTTP p:1",
        "HTTPS_PROXY=http://p:1 NO_PROXY=a.b, https://a.b, ",
        "HTTPS_PROXY=http://p:1 NO_PROXY=.b, https://a.b, ",
        "HTTPS_PROXY=http://p:1 NO_PROXY=b, https://a.b, ",
        "HTTPS_PROXY=http://p:1 no_proxy=*, https://a.b, ",
        "HTTPS_PROXY=http://p:1 NO_PROXY=a.b:443, https://a.b, ",
        "HTTPS_PROXY=http://p:1 NO_PROXY=a.b:80, https://a.b, HTTP p:1",
        "HTTPS_PROXY=http://p:1 NO_PROXY=xa.b, https://a.b, HTTP p:1",
        "HTTPS_PROXY=http://p:1, https://localhost:8443, ",
        "HTTPS_PROXY=http://[::1]:1, https://a.b, HTTP [::1]:1",
    })
    void chooseTheProxy(String variables, URI origin, String expected) {
        ProxyOptions proxy;
        try (NettyTransport transport = Network.of(env(variables)).transport().build()) {
            proxy = transport.proxyFor(origin);
        }
        assertThat(proxy == null ? null : proxy.kind() + " " + proxy.address()).isEqualTo(expected);
    }

    @Test
    void holdAUserAndAPassword() {
        ProxyOptions proxy = ProxyVariables.of(env("HTTPS_PROXY=http://us%40er:p%25a:+b@p:1"))
                .proxy(URI.create("https://a.b"));
        assertThat(proxy).extracting(ProxyOptions::user, ProxyOptions::password).containsExactly("us@er", "p%a:+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://u:s3cr3t@p:99999", "ftp://u:s3cr3t@p:1", "http://u:s3cr3t@p:x", "http://u:s3cr3t%zz@p:1"
            })
    void areNamedAndNotQuotedIfTheyAreWrong(String value) {
        Shell.Result result = shell().set("HTTPS_PROXY", value).run("rules", "list");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("HTTPS_PROXY").doesNotContain("s3cr3t");
    }

    @Test
    void leadTheCommandThroughTheProxy() {
        try (FakeProxy proxy =
                FakeProxy.builder().credentials("user", PASSWORD).refuse(502).start()) {
            String url = "http://user:pr0xy-p%40ss@127.0.0.1:" + proxy.port();
            Shell.Result result = shell().set("HTTPS_PROXY", url).run("rules", "list", "--verbose");
            assertThat(proxy.connects())
                    .isNotEmpty()
                    .containsOnly(new FakeProxy.Connect("flex-api.twilio.com:443", true));
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err())
                    .contains("the proxy 127.0.0.1:" + proxy.port() + " did not connect")
                    .doesNotContain(PASSWORD, "pr0xy-p");
        }
    }

    @Test
    void areReportedByTheDoctor() {
        try (FakeProxy proxy = FakeProxy.builder().credentials("user", "other").start()) {
            Shell.Result result = shell().set("HTTPS_PROXY", "http://user:pr0xy-p%40ss@127.0.0.1:" + proxy.port())
                    .run("doctor");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out())
                    .contains("FAIL  proxy           127.0.0.1:" + proxy.port()
                            + " (HTTPS_PROXY) for flex-api.twilio.com: ")
                    .contains("it answered 407")
                    .doesNotContain("answers")
                    .doesNotContain(PASSWORD, "pr0xy-p");
        }
    }

    @Test
    void areReportedByTheDoctorIfTheProxyIsDown() {
        int port;
        try (FakeProxy proxy = FakeProxy.builder().start()) {
            port = proxy.port();
        }
        Shell.Result result =
                shell().set("ALL_PROXY", "http://127.0.0.1:" + port).run("doctor");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("FAIL  proxy           127.0.0.1:" + port + " (ALL_PROXY) for flex-api.twilio.com: ")
                .contains("it cannot be reached");
    }

    @Test
    void areReportedByTheDoctorIfTheProxyConnects() {
        try (FakeFlex flex = FakeFlex.builder().rules(1).start();
                FakeProxy proxy = FakeProxy.builder()
                        .route("flex-api.twilio.com:443", flex.baseUrl().substring("http://".length()))
                        .start()) {
            Shell.Result result = shell().set("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                    .run("doctor");
            assertThat(result.out())
                    .contains("ok    proxy           127.0.0.1:" + proxy.port()
                            + " (HTTPS_PROXY) for flex-api.twilio.com answers")
                    .contains("127.0.0.1:" + proxy.port() + " (HTTPS_PROXY) for taskrouter.twilio.com is used")
                    .contains("FAIL  reachability");
        }
    }

    @Test
    void nameTheFileOfCertificatesThatIsWrong(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        for (String path : List.of(file.toString(), folder.resolve("none").toString(), folder.toString())) {
            Shell.Result result = shell().set("FLEX_CA_FILE", path).run("rules", "list");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("FLEX_CA_FILE");
        }
        assertThatThrownBy(() -> Network.of(Map.of("FLEX_CA_FILE", "/none"))).isInstanceOf(InputException.class);
    }
}
