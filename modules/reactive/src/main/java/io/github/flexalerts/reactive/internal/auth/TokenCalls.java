package io.github.flexalerts.reactive.internal.auth;

import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.internal.call.BodyReader;
import io.github.flexalerts.reactive.internal.call.CallPipeline;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Fetches tokens; a call like any other, but without authorization and with a governor of its own. */
public final class TokenCalls {
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded");

    private final CallPipeline pipeline;
    private final JsonCodec codec;
    private final Supplier<Instant> clock;
    private final int maxErrorBytes;

    public TokenCalls(CallPipeline pipeline, JsonCodec codec, Supplier<Instant> clock, int maxErrorBytes) {
        this.pipeline = pipeline;
        this.codec = codec;
        this.clock = clock;
        this.maxErrorBytes = maxErrorBytes;
    }

    Mono<AccessToken> fetch(String origin, String target, String form) {
        ByteBuffer body = ByteBuffer.wrap(form.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
        ApiRequest request = new ApiRequest(Operation.FETCH_TOKEN, origin, target, HEADERS, body);
        BodyReader<AccessToken> token = BodyReader.whole(
                bytes -> AccessToken.of(codec.read(bytes, Map.class), clock.get()), "maxErrorBytes", maxErrorBytes);
        return pipeline.call(request, token);
    }
}
