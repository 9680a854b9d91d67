package io.github.flexalerts.benchmarks.client;

import com.twilio.base.ResourceSet;
import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import io.github.flexalerts.benchmarks.server.Listing;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** The official SDK's own request, response and paging classes; blocking, so with a thread for each call at a time. */
final class TwilioClient implements BenchClient {
    private static final int AT_ONCE = 256;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String origin;
    private final TwilioRestClient client;

    TwilioClient(String origin) {
        this.origin = origin;
        client = new TwilioRestClient.Builder(Wire.USER, Wire.SECRET)
                .httpClient(new NetworkHttpClient(pooled()))
                .build();
    }

    /** The SDK's default has 20 connections to a host, so that 256 threads would wait for them. */
    private static HttpClientBuilder pooled() {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager();
        connections.setDefaultMaxPerRoute(AT_ONCE);
        connections.setMaxTotal(AT_ONCE);
        return HttpClientBuilder.create().setConnectionManager(connections);
    }

    @Override
    public long list(Listing listing, int pageSize) {
        long count = 0;
        for (TwilioRule rule : rules(listing, pageSize)) {
            count += rule.sid().isEmpty() ? 0 : 1;
        }
        return count;
    }

    @Override
    public long firstRule(Listing listing, int pageSize) {
        long start = System.nanoTime();
        long first = 0;
        for (TwilioRule rule : rules(listing, pageSize)) {
            first = first == 0 && !rule.sid().isEmpty() ? System.nanoTime() : first;
        }
        return first - start;
    }

    private ResourceSet<TwilioRule> rules(Listing listing, int pageSize) {
        return new TwilioRuleReader(origin, listing.target(pageSize, 0)).read(client);
    }

    @Override
    public void fetch(int count, int atOnce) {
        each(count, atOnce, this::fetch);
    }

    private void fetch(int i) {
        String url = origin + ReactiveBenchClient.ANY.path() + "/" + Wire.sid(i);
        TwilioRule.of(client.request(new Request(HttpMethod.GET, url)), client.getObjectMapper());
    }

    @Override
    public void create(int count, int atOnce) {
        each(count, atOnce, this::create);
    }

    private void create(int i) {
        Request request = new Request(HttpMethod.POST, origin + ReactiveBenchClient.ANY.path());
        request.setContentType(EnumConstants.ContentType.JSON);
        request.setBody(TwilioRule.json(Rows.SPEC, client.getObjectMapper()));
        TwilioRule.of(client.request(request), client.getObjectMapper());
    }

    private void each(int count, int atOnce, IntConsumer call) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                call.accept(i);
            }
        };
        CompletableFuture.allOf(IntStream.range(0, atOnce)
                        .mapToObj(i -> CompletableFuture.runAsync(worker, threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
