package io.github.flexalerts.reactive.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that answers each request with bytes of the test's choice, and closes nothing by itself. */
final class RawService implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final byte[] interim;
    private volatile Script script;

    /** Gives the bytes for a target. */
    interface Script {
        byte[] answer(String target);
    }

    RawService(Script script) throws IOException {
        this(script, "");
    }

    /** The interim answer comes at once, the real one a moment later. */
    RawService(Script script, String interim) throws IOException {
        this.script = script;
        this.interim = interim.getBytes(ISO_8859_1);
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    static byte[] ok(String body) {
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(ISO_8859_1);
    }

    static byte[] ok(String headers, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\n" + headers + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    void answers(Script next) {
        script = next;
    }

    String origin() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many connections were ever made. */
    int connections() {
        return connections.size();
    }

    private void accept() throws IOException {
        while (true) {
            Socket connection = server.accept();
            connection.setTcpNoDelay(true); // what is written apart comes apart
            connections.add(connection);
            start(() -> serve(connection));
        }
    }

    private void serve(Socket connection) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        String line = in.readLine();
        while (line != null) {
            String target = line.split(" ", 3)[1];
            while (!line.isEmpty()) {
                line = in.readLine();
            }
            if (interim.length > 0) {
                connection.getOutputStream().write(interim);
            }
            connection.getOutputStream().write(script.answer(target));
            line = in.readLine();
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The test is over, or the client has had enough.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
