package io.github.flexalerts.reactive.internal.call;

import io.github.flexalerts.core.error.ApiException;
import io.github.flexalerts.core.error.ClientClosedException;
import io.github.flexalerts.core.error.DecodingException;
import io.github.flexalerts.core.error.FlexAlertsException;
import io.github.flexalerts.core.error.TransportException;
import io.github.flexalerts.core.error.TransportException.Reason;
import io.github.flexalerts.reactive.ApiResult;
import io.github.flexalerts.reactive.AttemptInstrumentation;
import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.internal.option.Limits;
import io.github.flexalerts.reactive.internal.option.Timeouts;
import io.github.flexalerts.reactive.internal.traffic.Permit;
import io.github.flexalerts.reactive.internal.traffic.Permit.Outcome;
import io.github.flexalerts.reactive.transport.ApiRequest;
import io.github.flexalerts.reactive.transport.ApiResponse;
import io.github.flexalerts.reactive.transport.Transport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The way of a call, top to bottom: authorize, admit, send, check, decode, repeat. */
public final class CallPipeline {
    private final Authorizer authorizer;
    private final Traffic traffic;
    private final Lane lane;
    private final String userAgent;
    private final Transport transport;
    private final OpenCalls open;
    private final ErrorMapper errors;
    private final Timeouts timeouts;
    private final Limits limits;
    private final ClientInstrumentation instrumentation;

    public CallPipeline(
            Authorizer authorizer,
            Traffic traffic,
            Lane lane,
            String userAgent,
            Transport transport,
            OpenCalls open,
            ErrorMapper errors,
            Timeouts timeouts,
            Limits limits,
            ClientInstrumentation instrumentation) {
        this.authorizer = authorizer;
        this.traffic = traffic;
        this.lane = lane;
        this.userAgent = userAgent;
        this.transport = transport;
        this.open = open;
        this.errors = errors;
        this.timeouts = timeouts;
        this.limits = limits;
        this.instrumentation = instrumentation;
    }

    /** Returns this pipeline with its calls in another lane. */
    public CallPipeline in(Lane other) {
        return new CallPipeline(
                authorizer, traffic, other, userAgent, transport, open, errors, timeouts, limits, instrumentation);
    }

    public ClientInstrumentation instrumentation() {
        return instrumentation;
    }

    /** Makes a call whose answer is one value. */
    public <T> Mono<T> call(ApiRequest request, BodyReader<T> body) {
        return stream(request, response -> body.read(response.body())).singleOrEmpty();
    }

    /** Makes a call whose answer is one value, and returns it with the head of the answer. */
    public <T extends @Nullable Object> Mono<ApiResult<T>> callWithResponse(ApiRequest request, BodyReader<T> body) {
        return stream(
                        request,
                        response -> body.read(response.body())
                                .map(value -> new ApiResult<>(value, response.status(), response.headers())))
                .singleOrEmpty();
    }

    /** Makes a call whose answer is read while it arrives: sends the request as often as it takes. */
    public <T> Flux<T> stream(ApiRequest request, Function<ApiResponse, Publisher<T>> body) {
        return stream(request, body, UnaryOperator.identity());
    }

    /** The same for a call whose end is not the end of the operation: something else may follow an error. */
    public <T> Flux<T> stream(
            ApiRequest request, Function<ApiResponse, Publisher<T>> body, UnaryOperator<Flux<T>> end) {
        return Observed.partOf(
                        instrumentation,
                        request.operation(),
                        observer -> end.apply(
                                attempt(new Call(request, observer, timeouts.operation(), traffic.ticks()), body)))
                .checkpoint(request.operation().id());
    }

    private <T> Flux<T> attempt(Call call, Function<ApiResponse, Publisher<T>> body) {
        return authorized(call, body).onErrorResume(FlexAlertsException.class, error -> repeat(call, error, body));
    }

    /** Waiting for a token counts against the call's deadline, and so does waiting for admission. */
    private <T> Flux<T> authorized(Call call, Function<ApiResponse, Publisher<T>> body) {
        if (open.isClosed()) {
            return Flux.error(closed(call));
        }
        call.attemptStarts();
        String known = authorizer.known();
        if (known != null) {
            call.authorized(known);
            return admitted(call, body);
        }
        return wait(authorizer.authorization(), call).flatMapMany(fetched -> {
            call.authorized(fetched);
            return admitted(call, body);
        });
    }

    /** The permit must reach {@link #permitted} synchronously, so no operator in between may delay it. */
    private <T> Flux<T> admitted(Call call, Function<ApiResponse, Publisher<T>> body) {
        call.waitsIn(lane);
        Permit permit = traffic.governor().admitNow(lane);
        if (permit != null) {
            return permitted(call, permit, body);
        }
        return wait(traffic.governor().admit(call.operation(), lane, call.left()), call)
                .flatMapMany(waited -> waited.take() ? permitted(call, waited, body) : Flux.empty()); // cancelled
    }

    private <T> Mono<T> wait(Mono<T> wait, Call call) {
        return Wait.of(wait, call, open, traffic);
    }

    private <T> Flux<T> permitted(Call call, Permit permit, Function<ApiResponse, Publisher<T>> body) {
        if (open.isClosed()) {
            permit.release(Outcome.OTHER);
            return Flux.error(closed(call));
        }
        call.attemptStarts();
        return AttemptWatch.of(sent(call, body), timeouts, call, permit, traffic, open);
    }

    /** A transport that throws, instead of telling an error, must end the attempt too: its permit would never come back. */
    private <T> Flux<T> sent(Call call, Function<ApiResponse, Publisher<T>> body) {
        try {
            return send(call, body);
        } catch (Throwable thrown) {
            return Flux.error(thrown);
        }
    }

    private <T> Flux<T> send(Call call, Function<ApiResponse, Publisher<T>> body) {
        AttemptInstrumentation observer = call.attempt();
        observer.sending(call.request().origin(), call.request().target());
        Map<String, String> headers = TraceHeaders.before(headers(call), observer.headers());
        Flux<T> exchange =
                transport.exchange(call.request().withHeaders(headers), response -> check(call, response, body));
        return observer == AttemptInstrumentation.NOOP ? exchange : exchange.contextWrite(observer::context);
    }

    private Map<String, String> headers(Call call) {
        Map<String, String> headers = new HashMap<>(call.request().headers());
        headers.put(UserAgent.HEADER, userAgent);
        if (!call.authorization().isEmpty()) {
            headers.put("Authorization", call.authorization());
        }
        return headers;
    }

    private <T> Publisher<T> check(Call call, ApiResponse response, Function<ApiResponse, Publisher<T>> body) {
        call.attempt().answered(response.status(), response::header);
        boolean success = response.status() >= 200 && response.status() < 300;
        return success ? decode(call, response, body) : refuse(call, response);
    }

    private <T> Flux<T> decode(Call call, ApiResponse response, Function<ApiResponse, Publisher<T>> body) {
        return Flux.from(body.apply(response))
                .onErrorMap(CodecException.class, unreadable -> undecodable(call, response, unreadable));
    }

    private <T> Mono<T> refuse(Call call, ApiResponse response) {
        return BodyReader.start(response.body(), limits.maxErrorBytes()).flatMap(read -> {
            var problem = errors.problem(response, read);
            return Mono.error(ApiException.of(call.operation().id(), problem, List.of()));
        });
    }

    private <T> Flux<T> repeat(Call call, FlexAlertsException error, Function<ApiResponse, Publisher<T>> body) {
        if (!error.operation().equals(call.operation().id())) {
            return Flux.error(error); // the call for a token, which was repeated already
        }
        Duration wait = traffic.retrier().next(call, error, authorizer);
        return wait == null
                ? Flux.error(traffic.retrier().end(call, error))
                : wait(Mono.delay(wait, traffic.timer()), call)
                        .onErrorMap(ClientClosedException.class, closed -> closed.withAttempts(call.attempts()))
                        .thenMany(Flux.defer(() -> attempt(call, body)));
    }

    private static ClientClosedException closed(Call call) {
        return new ClientClosedException(call.operation().id(), false, List.of());
    }

    private static FlexAlertsException undecodable(Call call, ApiResponse response, CodecException unreadable) {
        return unreadable.isTruncated()
                ? new TransportException(call.operation().id(), Reason.CONNECTION, true, List.of(), unreadable)
                : new DecodingException(
                        call.operation().id(),
                        String.valueOf(unreadable.getMessage()),
                        response.status(),
                        RequestId.of(response),
                        List.of());
    }
}
