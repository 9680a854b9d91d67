package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.client.Rows.PageRow;
import io.github.flexalerts.benchmarks.client.Rows.RuleRow;
import io.github.flexalerts.benchmarks.server.Listing;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring's {@code WebClient} on Reactor Netty and Jackson 3, as it comes. */
final class SpringClient extends ReactiveBenchClient {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final String origin;
    private final WebClient client;

    SpringClient(String origin) {
        this.origin = origin;
        client = WebClient.builder()
                .defaultHeader("Authorization", Wire.AUTHORIZATION)
                .defaultHeader("Accept", Wire.JSON)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
    }

    @Override
    Flux<RuleRow> rules(Listing listing, int pageSize) {
        return Pages.follow(listing.target(pageSize, 0), target -> get(target, PageRow.class));
    }

    @Override
    Mono<RuleRow> fetch(String sid) {
        return get(ANY.path() + "/" + sid, RuleRow.class);
    }

    @Override
    Mono<RuleRow> create() {
        return client.post()
                .uri(URI.create(origin + ANY.path()))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Rows.SPEC)
                .retrieve()
                .bodyToMono(RuleRow.class);
    }

    private <T> Mono<T> get(String target, Class<T> type) {
        return client.get().uri(URI.create(origin + target)).retrieve().bodyToMono(type);
    }

    @Override
    public void close() {}
}
