package io.github.flexalerts.reactive;

import io.github.flexalerts.reactive.codec.JsonCodec;
import io.github.flexalerts.reactive.transport.Transport;
import reactor.core.Disposable;

/**
 * The client of one Flex instance.
 *
 * <p>A client is made once and shared: it is safe for use by many threads and holds the connections. {@link #close()} it
 * when the application ends. {@link #forInstance} gives a client of another instance that shares everything.
 *
 * <pre>{@code
 * try (FlexAlertsClient client = FlexAlertsClient.builder()
 *         .credentials(Credentials.apiKey("SK…", secret))
 *         .instanceSid("GO…")
 *         .build()) {
 *     client.rules().list().take(10).doOnNext(rule -> show(rule.sid())).blockLast();
 * }
 * }</pre>
 */
public final class FlexAlertsClient implements AutoCloseable {
    private final Shared shared;
    private final String instanceSid;
    private final RuleOperations rules;

    FlexAlertsClient(Shared shared, String instanceSid) {
        this.shared = shared;
        this.instanceSid = Sids.instance(instanceSid);
        this.rules = shared.rules(instanceSid);
    }

    /**
     * Returns a builder with the defaults.
     *
     * @return a new builder
     */
    public static FlexAlertsClientBuilder builder() {
        return new FlexAlertsClientBuilder();
    }

    /**
     * Returns the operations on the alert rules of this client's instance.
     *
     * @return the operations, always the same
     */
    public RuleOperations rules() {
        return rules;
    }

    /**
     * Returns the instance that this client is bound to.
     *
     * @return its SID, {@code GO…}
     */
    public String instanceSid() {
        return instanceSid;
    }

    /**
     * Returns a client of another instance, which shares credentials, connections and every option with this one. Closing
     * either closes both.
     *
     * @param instanceSid the instance's SID, {@code GO…}
     * @return the client
     * @throws IllegalArgumentException if the SID is not of that shape
     */
    public FlexAlertsClient forInstance(String instanceSid) {
        return new FlexAlertsClient(shared, instanceSid);
    }

    /**
     * Returns a client of the same instance whose calls wait in another lane; it shares everything with this one. Calls are
     * interactive unless said otherwise.
     *
     * @param lane the lane
     * @return the client
     */
    public FlexAlertsClient lane(Lane lane) {
        return new FlexAlertsClient(shared.in(lane), instanceSid);
    }

    /**
     * Returns how the calls on this client's credentials stand at this moment.
     *
     * @return a snapshot of the governor and the retry budget
     */
    public GovernorSnapshot snapshot() {
        return shared.traffic().get();
    }

    /**
     * Closes the connections, unless the transport was the caller's own, and what its instrumentation registered. Calls under
     * way end in an error.
     */
    @Override
    public void close() {
        shared.close();
    }

    /** Returns the instance and the origin. */
    @Override
    public String toString() {
        return "FlexAlertsClient[" + instanceSid + " at " + shared.origin() + "]";
    }

    /** What clients of several instances have in common. */
    record Shared(
            Origin origin,
            Transport transport,
            boolean ownsTransport,
            CallPipeline.Traffic traffic,
            CallPipeline pipeline,
            JsonCodec codec,
            Limits limits,
            Pager.Paging paging,
            Disposable attachment) {

        Shared in(Lane lane) {
            return new Shared(
                    origin, transport, ownsTransport, traffic, pipeline.in(lane), codec, limits, paging, attachment);
        }

        RuleOperations rules(String instanceSid) {
            RuleRequests requests = new RuleRequests(origin.toString(), instanceSid, codec);
            NextLink links = new NextLink(origin, requests.collection());
            return new DefaultRuleOperations(requests, pipeline, codec, limits, links, paging);
        }

        void close() {
            attachment.dispose();
            if (ownsTransport) {
                transport.close();
            }
        }
    }
}
