package io.github.flexalerts.reactive;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.reactive.transport.Operation;
import io.github.flexalerts.reactive.transport.Transport;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
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
public final class FlexAlertsClient implements AutoCloseable {
    private final Shared shared;
    private final String instanceSid;
    private final @Nullable String workspaceSid;
    private final DefaultRuleOperations rules;

    FlexAlertsClient(Shared shared, String instanceSid, @Nullable String workspaceSid) {
        this.shared = shared;
        this.instanceSid = Sids.instance(instanceSid);
        this.workspaceSid = workspaceSid;
        this.rules = new DefaultRuleOperations(shared.service(), shared.flex(), instanceSid);
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
     * Returns the operations on alerts as a whole: rules together with their notification configurations.
     *
     * @return the operations
     * @throws IllegalStateException if the account is not known: then set {@link FlexAlertsClientBuilder#accountSid}
     */
    public AlertOperations alerts() {
        return new DefaultAlertOperations(this, rules, shared.service());
    }

    /**
     * Returns the operations on the notification configurations of this client's instance.
     *
     * @return the operations
     * @throws IllegalStateException if the account is not known: then set {@link FlexAlertsClientBuilder#accountSid}
     */
    public NotificationOperations notificationConfigurations() {
        if (shared.accountSid() == null) {
            throw new IllegalStateException("accountSid must be set, for these credentials do not tell the account");
        }
        return new DefaultNotificationOperations(shared.service(), shared.flex(), instanceSid, shared.accountSid());
    }

    /**
     * Returns the operations on the users of this client's instance.
     *
     * @return the operations
     */
    public UserOperations users() {
        return DefaultUserOperations.of(shared.service(), shared.flex(), instanceSid);
    }

    /**
     * Returns the operations on the task queues of a workspace.
     *
     * @param workspaceSid the workspace's SID, {@code WS…}; {@link #configuration()} tells it
     * @return the operations
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    public TaskQueueOperations taskQueues(String workspaceSid) {
        return DefaultTaskQueueOperations.of(shared.service(), shared.taskRouter(), Sids.workspace(workspaceSid));
    }

    /**
     * Returns the operations on the task channels of a workspace.
     *
     * @param workspaceSid the workspace's SID, {@code WS…}; {@link #configuration()} tells it
     * @return the operations
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    public TaskChannelOperations taskChannels(String workspaceSid) {
        return DefaultTaskChannelOperations.of(shared.service(), shared.taskRouter(), Sids.workspace(workspaceSid));
    }

    /**
     * Fetches how Flex is set up for the account of the credentials: its account, instance and workspace SIDs in one call.
     *
     * @return the configuration; errors are those of {@link RuleOperations}
     */
    public Mono<FlexConfiguration> configuration() {
        return Resource.of(shared.service(), shared.flex(), Operation.FETCH_CONFIGURATION, "", ItemType.CONFIGURATION)
                .fetch(Operation.FETCH_CONFIGURATION);
    }

    /**
     * Returns the instance that this client is bound to.
     *
     * @return its SID, {@code GO…}
     */
    public String instanceSid() {
        return instanceSid;
    }

    /** The workspace of this client's instance, null if nobody said which it is. */
    @Nullable
    String workspaceSid() {
        return workspaceSid;
    }

    /**
     * Returns a client of another instance, which shares credentials, connections and every option with this one, but for
     * {@link FlexAlertsClientBuilder#workspaceSid}, which is of one instance. Closing either closes both.
     *
     * @param instanceSid the instance's SID, {@code GO…}
     * @return the client
     * @throws IllegalArgumentException if the SID is not of that shape
     */
    public FlexAlertsClient forInstance(String instanceSid) {
        return new FlexAlertsClient(shared, instanceSid, instanceSid.equals(this.instanceSid) ? workspaceSid : null);
    }

    /**
     * Returns a client of the same instance whose calls wait in another lane; it shares everything with this one. Calls are
     * interactive unless said otherwise.
     *
     * @param lane the lane
     * @return the client
     */
    public FlexAlertsClient lane(Lane lane) {
        return new FlexAlertsClient(shared.in(requireNonNull(lane, "lane")), instanceSid, workspaceSid);
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
        return "FlexAlertsClient[" + instanceSid + " at " + shared.flex().origin() + "]";
    }

    /** What clients of several instances have in common. */
    record Shared(
            Site flex,
            Site taskRouter,
            @Nullable String accountSid,
            Transport transport,
            boolean ownsTransport,
            Traffic traffic,
            Service service,
            Disposable attachment) {

        Shared in(Lane lane) {
            return new Shared(
                    flex, taskRouter, accountSid, transport, ownsTransport, traffic, service.in(lane), attachment);
        }

        void close() {
            attachment.dispose();
            if (ownsTransport) {
                transport.close();
            }
        }
    }
}
