package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.client.Rows.PageRow;
import io.github.flexalerts.benchmarks.client.Rows.RuleRow;
import io.github.flexalerts.benchmarks.server.Listing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;

/** The JDK's own {@code HttpClient} and Jackson's {@code ObjectReader}. */
final class JdkClient extends ReactiveBenchClient {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;

    JdkClient(String origin) {
        this.origin = origin;
    }

    @Override
    Flux<RuleRow> rules(Listing listing, int pageSize) {
        return Pages.follow(listing.target(pageSize, 0), this::page);
    }

    private Mono<PageRow> page(String target) {
        return send(request(target), Rows.PAGES);
    }

    @Override
    Mono<RuleRow> fetch(String sid) {
        return send(request(ANY.path() + "/" + sid), Rows.RULES);
    }

    @Override
    Mono<RuleRow> create() {
        return Mono.defer(() -> {
            byte[] spec = Rows.SPECS.writeValueAsBytes(Rows.SPEC);
            return send(
                    request(ANY.path())
                            .header("Content-Type", Wire.JSON)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(spec)),
                    Rows.RULES);
        });
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(origin + target))
                .header("Authorization", Wire.AUTHORIZATION)
                .header("Accept", Wire.JSON);
    }

    private <T> Mono<T> send(HttpRequest.Builder request, ObjectReader reader) {
        return Mono.fromFuture(() -> client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray()))
                .map(response -> reader.readValue(response.body()));
    }

    @Override
    public void close() {}
}
