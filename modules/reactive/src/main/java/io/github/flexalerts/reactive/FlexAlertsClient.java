package io.github.flexalerts.reactive;

import io.github.flexalerts.core.configuration.FlexConfiguration;
import reactor.core.publisher.Mono;

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
public interface FlexAlertsClient extends AutoCloseable {
    /**
     * Returns a builder with the defaults.
     *
     * @return a new builder
     */
    static FlexAlertsClientBuilder builder() {
        return new FlexAlertsClientBuilder();
    }

    /**
     * Returns the operations on the alert rules of this client's instance.
     *
     * @return the operations, always the same
     */
    RuleOperations rules();

    /**
     * Returns the operations on alerts as a whole: rules together with their notification configurations.
     *
     * @return the operations
     * @throws IllegalStateException if the account is not known: then set {@link FlexAlertsClientBuilder#accountSid}
     */
    AlertOperations alerts();

    /**
     * Returns the operations on the notification configurations of this client's instance.
     *
     * @return the operations
     * @throws IllegalStateException if the account is not known: then set {@link FlexAlertsClientBuilder#accountSid}
     */
    NotificationOperations notificationConfigurations();

    /**
     * Returns the operations on the users of this client's instance.
     *
     * @return the operations
     */
    UserOperations users();

    /**
     * Returns the operations on the task queues of a workspace.
     *
     * @param workspaceSid the workspace's SID, {@code WS…}; {@link #configuration()} returns it
     * @return the operations
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    TaskQueueOperations taskQueues(String workspaceSid);

    /**
     * Returns the operations on the task channels of a workspace.
     *
     * @param workspaceSid the workspace's SID, {@code WS…}; {@link #configuration()} returns it
     * @return the operations
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    TaskChannelOperations taskChannels(String workspaceSid);

    /**
     * Fetches how Flex is set up for the account of the credentials: its account, instance and workspace SIDs in one call.
     *
     * @return the configuration; errors are those of {@link RuleOperations}
     */
    Mono<FlexConfiguration> configuration();

    /**
     * Returns the instance that this client is bound to.
     *
     * @return its SID, {@code GO…}
     */
    String instanceSid();

    /**
     * Returns a client of another instance, which shares credentials, connections and every option with this one, but for
     * {@link FlexAlertsClientBuilder#workspaceSid}, which is of one instance. Closing either closes both.
     *
     * @param instanceSid the instance's SID, {@code GO…}
     * @return the client
     * @throws IllegalArgumentException if the SID is not of that shape
     */
    FlexAlertsClient forInstance(String instanceSid);

    /**
     * Returns a client of the same instance whose calls wait in another lane; it shares everything with this one. Calls are
     * interactive unless said otherwise.
     *
     * @param lane the lane
     * @return the client
     */
    FlexAlertsClient lane(Lane lane);

    /**
     * Returns the state of the calls of this client's account at this moment.
     *
     * @return a snapshot of the governor and the retry budget
     */
    GovernorSnapshot snapshot();

    /**
     * Closes the client: ends every call that is under way in a {@link io.github.flexalerts.core.error.ClientClosedException}, or in an
     * {@link io.github.flexalerts.core.error.AmbiguousOutcomeException} if it is a create that was sent, and makes every later
     * call fail at once. Closes the connections too, unless the transport was the caller's own, and disposes of what the
     * instrumentation registered. Does nothing if the client is closed already.
     */
    @Override
    void close();
}
