package io.github.flexalerts.reactive.internal.client;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.reactive.AlertOperations;
import io.github.flexalerts.reactive.FlexAlertsClient;
import io.github.flexalerts.reactive.GovernorSnapshot;
import io.github.flexalerts.reactive.Lane;
import io.github.flexalerts.reactive.NotificationOperations;
import io.github.flexalerts.reactive.RuleOperations;
import io.github.flexalerts.reactive.TaskChannelOperations;
import io.github.flexalerts.reactive.TaskQueueOperations;
import io.github.flexalerts.reactive.UserOperations;
import io.github.flexalerts.reactive.internal.alerts.DefaultAlertOperations;
import io.github.flexalerts.reactive.internal.call.Traffic;
import io.github.flexalerts.reactive.internal.option.Sids;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.internal.resource.DefaultNotificationOperations;
import io.github.flexalerts.reactive.internal.resource.DefaultRuleOperations;
import io.github.flexalerts.reactive.internal.resource.DefaultTaskChannelOperations;
import io.github.flexalerts.reactive.internal.resource.DefaultTaskQueueOperations;
import io.github.flexalerts.reactive.internal.resource.DefaultUserOperations;
import io.github.flexalerts.reactive.internal.resource.ItemType;
import io.github.flexalerts.reactive.internal.resource.Resource;
import io.github.flexalerts.reactive.internal.resource.Service;
import io.github.flexalerts.reactive.transport.Operation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The client of one Flex instance; clients of several instances share what {@link Shared} holds. */
public final class DefaultFlexAlertsClient implements FlexAlertsClient {
    private final Shared shared;
    private final String instanceSid;
    private final @Nullable String workspaceSid;
    private final DefaultRuleOperations rules;

    public DefaultFlexAlertsClient(Shared shared, String instanceSid, @Nullable String workspaceSid) {
        this.shared = shared;
        this.instanceSid = Sids.instance(instanceSid);
        this.workspaceSid = workspaceSid;
        this.rules = new DefaultRuleOperations(shared.service(), shared.flex(), instanceSid);
    }

    @Override
    public RuleOperations rules() {
        return rules;
    }

    @Override
    public AlertOperations alerts() {
        return new DefaultAlertOperations(this, workspaceSid, rules, shared.service());
    }

    @Override
    public NotificationOperations notificationConfigurations() {
        if (shared.accountSid() == null) {
            throw new IllegalStateException(
                    "accountSid must be set, because these credentials do not contain the account");
        }
        return new DefaultNotificationOperations(shared.service(), shared.flex(), instanceSid, shared.accountSid());
    }

    @Override
    public UserOperations users() {
        return DefaultUserOperations.of(shared.service(), shared.flex(), instanceSid);
    }

    @Override
    public TaskQueueOperations taskQueues(String workspaceSid) {
        return DefaultTaskQueueOperations.of(shared.service(), shared.taskRouter(), Sids.workspace(workspaceSid));
    }

    @Override
    public TaskChannelOperations taskChannels(String workspaceSid) {
        return DefaultTaskChannelOperations.of(shared.service(), shared.taskRouter(), Sids.workspace(workspaceSid));
    }

    @Override
    public Mono<FlexConfiguration> configuration() {
        return Resource.of(shared.service(), shared.flex(), Operation.FETCH_CONFIGURATION, "", ItemType.CONFIGURATION)
                .fetch(Operation.FETCH_CONFIGURATION);
    }

    @Override
    public String instanceSid() {
        return instanceSid;
    }

    @Override
    public FlexAlertsClient forInstance(String instanceSid) {
        return new DefaultFlexAlertsClient(
                shared, instanceSid, instanceSid.equals(this.instanceSid) ? workspaceSid : null);
    }

    @Override
    public FlexAlertsClient lane(Lane lane) {
        return new DefaultFlexAlertsClient(shared.in(requireNonNull(lane, "lane")), instanceSid, workspaceSid);
    }

    @Override
    public GovernorSnapshot snapshot() {
        return shared.traffic().get();
    }

    @Override
    public void close() {
        shared.closing().run();
    }

    /** Returns the instance and the origin. */
    @Override
    public String toString() {
        return "FlexAlertsClient[" + instanceSid + " at " + shared.flex().origin() + "]";
    }

    /** What clients of several instances have in common. */
    public record Shared(
            Site flex,
            Site taskRouter,
            @Nullable String accountSid,
            Traffic traffic,
            Service service,
            Runnable closing) {

        Shared in(Lane lane) {
            return new Shared(flex, taskRouter, accountSid, traffic, service.in(lane), closing);
        }
    }
}
