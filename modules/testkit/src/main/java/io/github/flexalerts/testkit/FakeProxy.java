package io.github.flexalerts.testkit;

import io.github.flexalerts.testkit.internal.proxy.ConnectHandshake;
import io.github.flexalerts.testkit.internal.proxy.ProxyHandshake;
import io.github.flexalerts.testkit.internal.proxy.Socks5Handshake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on 127.0.0.1 for tests: HTTP with {@code CONNECT}, or SOCKS 5, with or without a password. It can lead a host name
 * to a local server, refuse, hang, or close. It has threads of its own; {@link #close()} ends them.
 *
 * <pre>{@code
 * try (FakeProxy proxy = FakeProxy.builder().credentials("user", "pass").start()) {
 *     // connect through 127.0.0.1:proxy.port()
 *     assertThat(proxy.connects()).containsExactly(new FakeProxy.Connect("flex-api.twilio.com:443", true));
 * }
 * }</pre>
 */
public final class FakeProxy implements AutoCloseable {
    private final FakeProxyBuilder settings;
    private final ServerSocket server;
    private final List<Connect> connects = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    FakeProxy(FakeProxyBuilder settings) {
        this.settings = settings;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("fake-proxy", this::accept);
    }

    /**
     * Returns a builder of an HTTP proxy that asks for no password and connects to whatever is asked for.
     *
     * @return a new builder
     */
    public static FakeProxyBuilder builder() {
        return new FakeProxyBuilder();
    }

    /**
     * Returns where the proxy listens.
     *
     * @return a port of 127.0.0.1
     */
    public int port() {
        return server.getLocalPort();
    }

    /**
     * Returns the connections that were asked for.
     *
     * @return in order of arrival
     */
    public List<Connect> connects() {
        return List.copyOf(connects);
    }

    /** Closes the proxy and all connections through it. */
    @Override
    public void close() {
        closeQuietly(server);
        sockets.forEach(FakeProxy::closeQuietly);
    }

    /**
     * One connection that was asked for.
     *
     * @param target the host and the port
     * @param authorized whether the user and password were right, or the proxy needs none
     */
    public record Connect(String target, boolean authorized) {}

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                start("fake-proxy-connection", () -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (settings.closes()) {
                return;
            }
            ProxyHandshake handshake = settings.isSocks()
                    ? new Socks5Handshake(client, settings.rules())
                    : new ConnectHandshake(client, settings.rules());
            String target = handshake.read();
            if (target != null) {
                connects.add(new Connect(target, handshake.isAuthorized()));
                connect(client, target, handshake);
            }
        } catch (IOException broken) {
            // The client has gone.
        } finally {
            sockets.remove(client);
        }
    }

    private void connect(Socket client, String target, ProxyHandshake handshake) throws IOException {
        if (settings.hangs()) {
            client.getInputStream().read();
            return;
        }
        if (!handshake.accepts()) {
            return;
        }
        try (Socket service = new Socket(Proxy.NO_PROXY)) {
            sockets.add(service);
            service.connect(address(target), 5000);
            handshake.connected();
            start("fake-proxy-answers", () -> copy(service, client));
            copy(client, service);
        } finally {
            sockets.removeIf(Socket::isClosed);
        }
    }

    private InetSocketAddress address(String target) {
        String where = settings.route(target);
        int colon = where.lastIndexOf(':');
        return new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException ended) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(@Nullable AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception ignored) {
            // It is closed either way.
        }
    }
}
