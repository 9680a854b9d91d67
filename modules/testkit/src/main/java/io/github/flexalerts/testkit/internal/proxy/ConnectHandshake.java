package io.github.flexalerts.testkit.internal.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** HTTP's {@code CONNECT}. */
public final class ConnectHandshake implements ProxyHandshake {
    private static final int LONGEST = 64 * 1024;

    private final Socket client;
    private final ProxyRules rules;
    private boolean authorized;

    public ConnectHandshake(Socket client, ProxyRules rules) {
        this.client = client;
        this.rules = rules;
    }

    @Override
    public @Nullable String read() throws IOException {
        String head = head();
        String[] request = head.lines().findFirst().orElse("").split(" ", 3);
        authorized = rules.user() == null
                || head.lines().anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: Basic " + expected()));
        return request.length == 3 && request[0].equals("CONNECT") ? request[1] : null;
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST) {
            int b = client.getInputStream().read();
            if (b < 0) {
                return "";
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private String expected() {
        return Base64.getEncoder().encodeToString((rules.user() + ":" + rules.password()).getBytes(UTF_8));
    }

    @Override
    public boolean isAuthorized() {
        return authorized;
    }

    @Override
    public boolean accepts() throws IOException {
        if (!authorized) {
            answer(
                    "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"fake\"\r\nContent-Length: 0");
            return false;
        }
        if (rules.refusal() > 0) {
            answer(rules.refusal() + " Refused\r\nContent-Length: 0");
            return false;
        }
        return true;
    }

    @Override
    public void connected() throws IOException {
        answer("200 Connection established");
    }

    private void answer(String head) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(ISO_8859_1));
        client.getOutputStream().flush();
    }
}
