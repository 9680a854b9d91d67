package io.github.flexalerts.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** A connection on which nothing is interpreted, repeated or hidden. */
final class RawSocket implements Closeable {

    enum End {
        FIN,
        RST
    }

    /** All that came until the end, and which end that was. */
    record Transcript(String text, End end) {

        String head() {
            return text.substring(0, text.indexOf("\r\n\r\n") + 4);
        }

        String body() {
            return text.substring(head().length());
        }

        int contentLength() {
            return Integer.parseInt(head().replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        }
    }

    private final FakeFlex flex;
    private final Socket socket;

    RawSocket(FakeFlex flex) throws IOException {
        this.flex = flex;
        this.socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(flex.baseUrl()).getPort());
        socket.setSoTimeout(20_000);
    }

    RawSocket get(String target) throws IOException {
        return send("GET", target, "");
    }

    RawSocket send(String method, String target, String body) throws IOException {
        String request = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                + Caller.basic(flex.accountSid(), flex.authToken())
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return this;
    }

    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
    }

    /** Reads one answer with a declared length, no byte more. */
    Transcript readAnswer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(read(1));
        }
        Transcript answer = new Transcript(head.toString(), End.FIN);
        return new Transcript(head + read(answer.contentLength()), End.FIN);
    }

    int available() throws IOException {
        return socket.getInputStream().available();
    }

    Transcript readToEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            in.transferTo(bytes);
            return new Transcript(bytes.toString(ISO_8859_1), End.FIN);
        } catch (SocketException e) {
            if (!"Connection reset".equals(e.getMessage())) {
                throw e;
            }
            return new Transcript(bytes.toString(ISO_8859_1), End.RST);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
