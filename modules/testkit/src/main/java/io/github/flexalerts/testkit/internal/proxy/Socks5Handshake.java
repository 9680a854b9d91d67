package io.github.flexalerts.testkit.internal.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** SOCKS 5 (RFC 1928) with user and password (RFC 1929), as far as a connection to a host asks for it. */
public final class Socks5Handshake implements ProxyHandshake {
    private static final int VERSION = 5;
    private static final int PASSWORD = 2;
    private static final int NO_METHOD = 0xff;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private final Socket client;
    private final ProxyRules rules;
    private final DataInputStream in;
    private boolean authorized;

    public Socks5Handshake(Socket client, ProxyRules rules) throws IOException {
        this.client = client;
        this.rules = rules;
        this.in = new DataInputStream(client.getInputStream());
    }

    @Override
    public @Nullable String read() throws IOException {
        in.readUnsignedByte();
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        authorized = rules.user() == null;
        if (authorized) {
            answer(VERSION, 0);
        } else if (new String(methods, ISO_8859_1).indexOf(PASSWORD) < 0) {
            answer(VERSION, NO_METHOD);
        } else {
            answer(VERSION, PASSWORD);
            in.readUnsignedByte();
            String user = text();
            String password = text();
            authorized = user.equals(rules.user()) && password.equals(rules.password());
            answer(1, authorized ? 0 : 1);
        }
        return authorized ? target() : "unknown:0";
    }

    private String target() throws IOException {
        in.readNBytes(3);
        int kind = in.readUnsignedByte();
        String host = kind == NAME
                ? text()
                : InetAddress.getByAddress(in.readNBytes(kind == IPV6 ? 16 : 4)).getHostAddress();
        return host + ":" + in.readUnsignedShort();
    }

    private String text() throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), UTF_8);
    }

    @Override
    public boolean isAuthorized() {
        return authorized;
    }

    @Override
    public boolean accepts() throws IOException {
        if (authorized && rules.refusal() > 0) {
            answer(VERSION, 2, 0, 1, 0, 0, 0, 0, 0, 0);
        }
        return authorized && rules.refusal() == 0;
    }

    @Override
    public void connected() throws IOException {
        answer(VERSION, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    }

    private void answer(int... bytes) throws IOException {
        byte[] answer = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            answer[i] = (byte) bytes[i];
        }
        client.getOutputStream().write(answer);
        client.getOutputStream().flush();
    }
}
