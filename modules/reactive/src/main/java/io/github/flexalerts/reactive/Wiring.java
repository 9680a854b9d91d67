package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.Transport;

/**
 * What the pipelines of a client are made of.
 *
 * @param account whose calls they make
 * @param transport the wire
 * @param open the client's calls that are under way
 * @param codec reads and writes bodies
 * @param userAgent the header's value
 * @param timeouts the limits of time
 * @param limits how much of an answer is read
 * @param instrumentation is told of the calls
 */
record Wiring(
        Account account,
        Transport transport,
        OpenCalls open,
        JsonCodec codec,
        String userAgent,
        Timeouts timeouts,
        Limits limits,
        ClientInstrumentation instrumentation) {

    /** Returns the service that the account's credentials open. */
    Service service(Pager.Paging paging) {
        TokenCalls tokens = new TokenCalls(
                pipeline(Authorizer.NOOP, account.tokenTraffic()),
                codec,
                account.tokens()::now,
                limits.maxErrorBytes());
        Authorizer authorizer = account.credentials().authorizer(account.tokens(), tokens);
        return new Service(pipeline(authorizer, account.traffic()), codec, limits, paging);
    }

    private CallPipeline pipeline(Authorizer authorizer, Traffic traffic) {
        return new CallPipeline(
                authorizer,
                traffic,
                Lane.INTERACTIVE,
                userAgent,
                transport,
                open,
                new ErrorMapper(codec, account.tokens()::now),
                timeouts,
                limits,
                instrumentation);
    }
}
