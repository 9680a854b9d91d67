package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.client.Rows.PageRow;
import io.github.flexalerts.benchmarks.client.Rows.RuleRow;
import io.github.flexalerts.benchmarks.server.Listing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reactor Netty with its defaults and Jackson's {@code ObjectReader}. */
final class ReaderClient extends ReactiveBenchClient {
    private final NettyCalls calls;

    ReaderClient(String origin) {
        calls = new NettyCalls(origin, 0);
    }

    @Override
    Flux<RuleRow> rules(Listing listing, int pageSize) {
        return Pages.follow(listing.target(pageSize, 0), this::page);
    }

    private Mono<PageRow> page(String target) {
        return calls.get(target)
                .responseSingle((response, body) -> body.asByteArray())
                .map(Rows.PAGES::<PageRow>readValue);
    }

    @Override
    Mono<RuleRow> fetch(String sid) {
        return calls.fetch(sid)
                .responseSingle((response, body) -> body.asByteArray())
                .map(Rows.RULES::<RuleRow>readValue);
    }

    @Override
    Mono<RuleRow> create() {
        return Mono.fromSupplier(() -> Rows.SPECS.writeValueAsBytes(Rows.SPEC))
                .flatMap(spec -> calls.create(spec).responseSingle((response, body) -> body.asByteArray()))
                .map(Rows.RULES::<RuleRow>readValue);
    }

    @Override
    public void close() {
        calls.close();
    }
}
