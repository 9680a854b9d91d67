package io.github.flexalerts.benchmarks.client;

import io.github.flexalerts.benchmarks.client.Rows.PageRow;
import io.github.flexalerts.benchmarks.client.Rows.RuleRow;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Paging as it is written everywhere: {@code expand}, then the items of each page. */
final class Pages {
    private Pages() {}

    static Flux<RuleRow> follow(String firstTarget, Function<String, Mono<PageRow>> fetch) {
        return fetch.apply(firstTarget).expand(page -> next(page, fetch)).concatMapIterable(PageRow::rules);
    }

    private static Mono<PageRow> next(PageRow page, Function<String, Mono<PageRow>> fetch) {
        return Mono.justOrEmpty(Wire.target(page.meta().nextPageUrl())).flatMap(fetch);
    }
}
