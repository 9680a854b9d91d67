package io.github.flexalerts.reactive.internal.client;

import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.internal.auth.Scheme;
import io.github.flexalerts.reactive.internal.auth.TokenCalls;
import io.github.flexalerts.reactive.internal.auth.Tokens;
import io.github.flexalerts.reactive.internal.call.Authorizer;
import io.github.flexalerts.reactive.internal.call.CallPipeline;
import io.github.flexalerts.reactive.internal.call.ErrorMapper;
import io.github.flexalerts.reactive.internal.call.OpenCalls;
import io.github.flexalerts.reactive.internal.call.Traffic;
import io.github.flexalerts.reactive.internal.option.Limits;
import io.github.flexalerts.reactive.internal.option.Timeouts;
import io.github.flexalerts.reactive.internal.paging.Pager;
import io.github.flexalerts.reactive.internal.resource.Service;
import io.github.flexalerts.reactive.transport.NettyTransport;
import io.github.flexalerts.reactive.transport.Transport;
import reactor.core.Disposable;

/**
 * What the pipelines of a client are made of.
 *
 * @param traffic what the calls of the account share
 * @param tokenTraffic the same for the calls for tokens, which must not wait behind the calls that wait for a token
 * @param tokens the account's tokens
 * @param scheme how the account's calls are authorized
 * @param transport the wire
 * @param open the client's calls that are under way
 * @param codec reads and writes bodies
 * @param userAgent the header's value
 * @param timeouts the limits of time
 * @param limits how much of an answer is read
 * @param instrumentation observes the calls
 */
public record Wiring(
        Traffic traffic,
        Traffic tokenTraffic,
        Tokens tokens,
        Scheme scheme,
        Transport transport,
        OpenCalls open,
        JsonCodec codec,
        String userAgent,
        Timeouts timeouts,
        Limits limits,
        ClientInstrumentation instrumentation) {

    /** Returns the service that the account's credentials open. */
    public Service service(Pager.Paging paging) {
        TokenCalls calls =
                new TokenCalls(pipeline(Authorizer.NOOP, tokenTraffic), codec, tokens::now, limits.maxErrorBytes());
        return new Service(pipeline(scheme.authorizer(tokens, calls), traffic), codec, limits, paging);
    }

    /** Returns what closes the client, and its transport too if that is its own. */
    public Closing closing(boolean ownsTransport) {
        TransportPool pool = transport instanceof NettyTransport ours ? new TransportPool(ours) : null;
        Disposable attachment = instrumentation.attached(traffic, pool);
        return new Closing(open, attachment, ownsTransport ? transport : null);
    }

    private CallPipeline pipeline(Authorizer authorizer, Traffic of) {
        return new CallPipeline(
                authorizer,
                of,
                Lane.INTERACTIVE,
                userAgent,
                transport,
                open,
                new ErrorMapper(codec, tokens::now),
                timeouts,
                limits,
                instrumentation);
    }
}
