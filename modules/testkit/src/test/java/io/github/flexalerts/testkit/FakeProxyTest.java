package io.github.flexalerts.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeProxyTest {
    private static final String TARGET = "flex-api.twilio.com:443";

    private final FakeFlex flex = FakeFlex.builder().rules(1).start();

    @AfterEach
    void close() {
        flex.close();
    }

    private FakeProxyBuilder proxy() {
        return FakeProxy.builder().route(TARGET, flex.baseUrl().substring("http://".length()));
    }

    private static Socket open(FakeProxy proxy) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(2000);
        return socket;
    }

    private static String connect(Socket socket, String header) throws IOException {
        return say(socket, "CONNECT " + TARGET + " HTTP/1.1\r\nHost: " + TARGET + "\r\n" + header + "\r\n");
    }

    private static String say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        byte[] answer = new byte[1024];
        int read = socket.getInputStream().read(answer);
        return read < 0 ? "" : new String(answer, 0, read, ISO_8859_1);
    }

    private static int[] say(Socket socket, int answers, int... bytes) throws IOException {
        for (int b : bytes) {
            socket.getOutputStream().write(b);
        }
        byte[] answer = socket.getInputStream().readNBytes(answers);
        int[] read = new int[answer.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = answer[i];
        }
        return read;
    }

    @Test
    void leadsATargetToAnotherPlace() throws IOException {
        try (FakeProxy proxy = proxy().start();
                Socket socket = open(proxy)) {
            assertThat(connect(socket, "")).startsWith("HTTP/1.1 200 ");
            assertThat(say(socket, "GET /v1/Configuration HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
            assertThat(proxy.connects()).containsExactly(new FakeProxy.Connect(TARGET, true));
        }
    }

    @Test
    void asksForAPassword() throws IOException {
        try (FakeProxy proxy = proxy().credentials("u", "p").start();
                Socket stranger = open(proxy);
                Socket friend = open(proxy)) {
            assertThat(connect(stranger, "")).startsWith("HTTP/1.1 407 ");
            String pair = Base64.getEncoder().encodeToString("u:p".getBytes(ISO_8859_1));
            assertThat(connect(friend, "Proxy-Authorization: Basic " + pair + "\r\n"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(proxy.connects())
                    .containsExactly(new FakeProxy.Connect(TARGET, false), new FakeProxy.Connect(TARGET, true));
        }
    }

    @Test
    void refusesWithAStatus() throws IOException {
        try (FakeProxy proxy = proxy().refuse(403).start();
                Socket socket = open(proxy)) {
            assertThat(connect(socket, "")).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void hangs() throws IOException {
        try (FakeProxy proxy = proxy().hang().start();
                Socket socket = open(proxy)) {
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> connect(socket, "")).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void closesAtOnce() throws IOException {
        try (FakeProxy proxy = proxy().closeAtOnce().start();
                Socket socket = open(proxy)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void connectsToNothingThatIsNotAskedForInItsWay() throws IOException {
        try (FakeProxy proxy = proxy().start();
                Socket socket = open(proxy)) {
            assertThat(say(socket, "GET / HTTP/1.1\r\n\r\n")).isEmpty();
            assertThat(proxy.connects()).isEmpty();
        }
    }

    @Test
    void speaksSocksWithoutAPassword() throws IOException {
        try (FakeProxy proxy = proxy().socks5().start();
                Socket socket = new Socket(new Proxy(
                        Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))) {
            socket.connect(InetSocketAddress.createUnresolved("flex-api.twilio.com", 443), 2000);
            assertThat(say(socket, "GET /v1/Configuration HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
            assertThat(proxy.connects()).containsExactly(new FakeProxy.Connect(TARGET, true));
        }
    }

    @Test
    void speaksSocksWithAPassword() throws IOException {
        try (FakeProxy proxy = proxy().socks5().credentials("u", "p").start();
                Socket friend = open(proxy);
                Socket stranger = open(proxy)) {
            assertThat(say(friend, 2, 5, 1, 2)).containsExactly(5, 2);
            assertThat(say(friend, 2, 1, 1, 'u', 1, 'p')).containsExactly(1, 0);
            int port = Integer.parseInt(flex.baseUrl().replaceFirst(".*:", ""));
            assertThat(say(friend, 10, 5, 1, 0, 1, 127, 0, 0, 1, port >> 8, port & 0xff)[1])
                    .isZero();
            assertThat(say(stranger, 2, 5, 1, 2)).containsExactly(5, 2);
            assertThat(say(stranger, 2, 1, 1, 'u', 1, 'x')).containsExactly(1, 1);
        }
    }

    @Test
    void refusesASocksConnection() throws IOException {
        try (FakeProxy proxy = proxy().socks5().refuse(403).start();
                Socket socket = open(proxy)) {
            assertThat(say(socket, 2, 5, 1, 0)).containsExactly(5, 0);
            assertThat(say(socket, 10, 5, 1, 0, 1, 127, 0, 0, 1, 0, 80)[1]).isEqualTo(2);
        }
    }
}
