package io.github.flexalerts.benchmarks.client;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The floor and the least that reading JSON takes: the pull parser's bare token loop over whole answers. */
final class TokensClient extends FloorClient {
    TokensClient(String origin) {
        super(origin);
    }

    @Override
    Mono<Integer> read(HttpClient.ResponseReceiver<?> call) {
        return call.responseSingle((response, body) -> body.asByteArray()).map(Tokens::count);
    }
}
