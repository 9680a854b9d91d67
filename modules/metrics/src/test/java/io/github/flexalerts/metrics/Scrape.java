package io.github.flexalerts.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;

/** What Prometheus reads of a client that everything has happened to, over HTTP and parsed. */
final class Scrape {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /**
     * A line of it.
     *
     * @param name the name of the series
     * @param labels its labels
     * @param value its value
     */
    record Sample(String name, Map<String, String> labels, double value) {}

    private final List<Sample> samples = new ArrayList<>();

    private Scrape(String text) {
        for (String line : text.lines().toList()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                samples.add(sample(line));
            }
        }
    }

    /** Returns a scrape after successes, errors, retries, no answers and cancellations of every operation. */
    static Scrape ofEverything(FlexAlertsMetricsBuilder metrics) throws IOException, InterruptedException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<String> refused = new ArrayList<>();
        registry.config().onMeterRegistrationFailed((id, reason) -> refused.add(id + " " + reason));
        try (Service service = new Service();
                FlexAlertsClient client =
                        service.client(metrics.meters(registry).build())) {
            for (String fault : new String[] {
                "delay=0ms",
                "status@1=503",
                "status=500",
                "status=429,retry-after=0",
                "status=418",
                "reset-before-headers",
                "foreign-link",
                "unknown-members"
            }) {
                service.befall(fault);
                for (Calls call : Calls.values()) {
                    Service.run(call.of(client, service.sid()));
                }
            }
            service.befall("hang");
            for (Calls call : Calls.values()) {
                Flux.from(call.of(client, service.sid())).subscribe().dispose();
            }
            assertThat(refused).isEmpty();
            return new Scrape(overHttp(registry));
        }
    }

    private static String overHttp(PrometheusMeterRegistry registry) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop(0);
        }
    }

    private static Sample sample(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        Map<String, String> labels = new HashMap<>();
        if (matcher.group(2) != null) {
            Matcher label = LABEL.matcher(matcher.group(2));
            int end = 0;
            while (label.find() && label.start() == end) {
                labels.put(label.group(1), label.group(2));
                end = label.end();
            }
            assertThat(end).as(line).isEqualTo(matcher.group(2).length());
        }
        return new Sample(matcher.group(1), labels, Double.parseDouble(matcher.group(3)));
    }

    List<Sample> samples() {
        return samples;
    }

    /** The labels of each name; all series of a name have the same. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new HashMap<>();
        for (Sample sample : samples) {
            Set<String> keys = new TreeSet<>(sample.labels().keySet());
            assertThat(labels.computeIfAbsent(sample.name(), name -> keys))
                    .as(sample.name())
                    .isEqualTo(keys);
        }
        return labels;
    }
}
