package io.github.flexalerts.benchmarks.run;

import java.util.List;

/** The page server in its JVM. */
final class ServerJvm implements AutoCloseable {
    private final Jvm jvm = Jvm.start(Core.SERVER, List.of("-XX:+UseSerialGC", "-Xmx256m"), "server");
    private final String origin =
            "http://127.0.0.1:" + jvm.await(line -> line.startsWith("port ")).substring(5);

    String origin() {
        return origin;
    }

    @Override
    public void close() {
        jvm.close();
    }
}
