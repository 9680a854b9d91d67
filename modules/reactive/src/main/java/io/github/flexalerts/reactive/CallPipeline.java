package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.Attempt;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The way of a call, top to bottom: authorize, send, check, decode. */
final class CallPipeline {
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private final Credentials credentials;
    private final String userAgent;
    private final Transport transport;
    private final ErrorMapper errors;

    CallPipeline(Credentials credentials, String userAgent, Transport transport, ErrorMapper errors) {
        this.credentials = credentials;
        this.userAgent = userAgent;
        this.transport = transport;
        this.errors = errors;
    }

    /** Sends a request and decodes the body of a success. */
    <T extends @Nullable Object> Mono<ApiResult<T>> call(ApiRequest request, Function<byte[], T> decode) {
        return credentials
                .authorization()
                .flatMap(authorization -> send(headed(request, authorization), decode))
                .onErrorMap(FlexAlertsException.class, error -> outcome(request, error))
                .checkpoint(request.operation().id());
    }

    private <T extends @Nullable Object> Mono<ApiResult<T>> send(ApiRequest request, Function<byte[], T> decode) {
        return transport
                .exchange(request, response -> read(request, response, decode))
                .singleOrEmpty();
    }

    private ApiRequest headed(ApiRequest request, String authorization) {
        return request.withHeader("Authorization", authorization).withHeader(UserAgent.HEADER, userAgent);
    }

    private <T extends @Nullable Object> Publisher<ApiResult<T>> read(
            ApiRequest request, ApiResponse response, Function<byte[], T> decode) {
        boolean success = response.status() >= 200 && response.status() < 300;
        return success ? value(request, response, decode) : problem(request, response);
    }

    private <T extends @Nullable Object> Mono<ApiResult<T>> value(
            ApiRequest request, ApiResponse response, Function<byte[], T> decode) {
        return collect(response.body(), MAX_BODY_BYTES).map(body -> {
            if (body.exceeded()) {
                throw undecodable(request, response, "the body is larger than " + MAX_BODY_BYTES + " bytes");
            }
            try {
                return new ApiResult<>(decode.apply(body.bytes()), response.status(), response.headers());
            } catch (CodecException e) {
                throw undecodable(request, response, e.getMessage());
            }
        });
    }

    private <T extends @Nullable Object> Mono<ApiResult<T>> problem(ApiRequest request, ApiResponse response) {
        return collect(response.body(), MAX_ERROR_BYTES).map(body -> {
            throw ApiException.of(request.operation().id(), errors.problem(response, body.bytes()), List.of());
        });
    }

    /** Stops reading as soon as the limit is passed, which closes the connection. */
    private static Mono<LimitedBuffer> collect(Flux<ByteBuffer> body, int limit) {
        return Mono.defer(() -> {
            LimitedBuffer buffer = new LimitedBuffer(limit);
            return body.map(buffer::append).takeUntil(LimitedBuffer::exceeded).then(Mono.just(buffer));
        });
    }

    /** A create that was sent and not answered is neither a failure nor a success. */
    private static FlexAlertsException outcome(ApiRequest request, FlexAlertsException error) {
        boolean open = (error instanceof TransportException lost && lost.requestSent())
                || (error instanceof ApiException answer && answer.isTransient() && answer.status() != 429);
        return open && !request.operation().repeatable()
                ? new AmbiguousOutcomeException(request.operation().id(), error.attempts(), error)
                : error;
    }

    private static DecodingException undecodable(ApiRequest request, ApiResponse response, @Nullable String what) {
        return new DecodingException(
                request.operation().id(),
                String.valueOf(what),
                response.status(),
                ErrorMapper.requestId(response),
                List.<Attempt>of());
    }
}
