package io.github.flexalerts.benchmarks.run;

import io.github.flexalerts.benchmarks.client.BenchClient;
import io.github.flexalerts.benchmarks.client.Clients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The JVM of one client: reads what to do, a line each, and prints what it took; ends with its standard input. */
public final class Worker {
    private Worker() {}

    /**
     * Works.
     *
     * @param clientId which client
     * @param origin where the server is
     * @throws IOException if the standard input cannot be read
     */
    @SuppressWarnings("SystemOut") // the samples are what the caller waits for
    public static void work(String clientId, String origin) throws IOException {
        Meter meter = new Meter();
        BenchClient client = Clients.of(clientId).create(origin);
        BufferedReader tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String task = next(tasks); task != null; task = next(tasks)) {
            String[] words = task.split(" ", -1);
            Duration time = Duration.ofMillis(Long.parseLong(words[1]));
            System.out.println(
                    meter.measure(Scenario.valueOf(words[0]), client, time).line());
        }
        Runtime.getRuntime().halt(0); // some clients keep threads that would hold the JVM
    }

    private static @Nullable String next(BufferedReader tasks) throws IOException {
        return tasks.readLine();
    }
}
