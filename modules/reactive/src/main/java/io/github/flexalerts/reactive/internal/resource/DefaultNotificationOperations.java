package io.github.flexalerts.reactive.internal.resource;

import static java.util.Objects.requireNonNull;

import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.reactive.ApiResult;
import io.github.flexalerts.reactive.NotificationOperations;
import io.github.flexalerts.reactive.internal.option.Sids;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.transport.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The notification configurations of one instance, which want to know the account too. */
public final class DefaultNotificationOperations implements NotificationOperations {
    private static final String ACCOUNT = "I-Twilio-Auth-Account";

    private final Service service;
    private final Resource<NotificationConfiguration> configurations;

    public DefaultNotificationOperations(Service service, Site site, String instanceSid, String accountSid) {
        this.service = service;
        this.configurations = Resource.of(
                        service, site, Operation.CREATE_NOTIFICATION, instanceSid, ItemType.NOTIFICATION)
                .withHeader(ACCOUNT, accountSid);
    }

    @Override
    public Mono<NotificationConfiguration> create(Destinations destinations) {
        return service.unsettled(configurations.create(Operation.CREATE_NOTIFICATION, body(destinations)));
    }

    @Override
    public Mono<ApiResult<NotificationConfiguration>> createWithResponse(Destinations destinations) {
        return service.unsettled(configurations.createWithResponse(Operation.CREATE_NOTIFICATION, body(destinations)));
    }

    @Override
    public Mono<NotificationConfiguration> fetch(String ttid) {
        return configurations.fetch(Operation.FETCH_NOTIFICATION, Sids.ttid(ttid));
    }

    @Override
    public Mono<ApiResult<NotificationConfiguration>> fetchWithResponse(String ttid) {
        return configurations.fetchWithResponse(Operation.FETCH_NOTIFICATION, Sids.ttid(ttid));
    }

    @Override
    public Mono<NotificationConfiguration> update(String ttid, Destinations destinations) {
        return configurations.update(Operation.UPDATE_NOTIFICATION, Sids.ttid(ttid), body(destinations));
    }

    @Override
    public Mono<ApiResult<NotificationConfiguration>> updateWithResponse(String ttid, Destinations destinations) {
        return configurations.updateWithResponse(Operation.UPDATE_NOTIFICATION, Sids.ttid(ttid), body(destinations));
    }

    @Override
    public Mono<Void> delete(String ttid) {
        return deleteWithResponse(ttid).then();
    }

    @Override
    public Mono<ApiResult<@Nullable Void>> deleteWithResponse(String ttid) {
        return configurations.delete(Operation.DELETE_NOTIFICATION, Sids.ttid(ttid));
    }

    /** All three kinds are named, null or not: what becomes of one that is left out of an update is not documented. */
    private static Map<String, Object> body(Destinations destinations) {
        Destinations complete = requireNonNull(destinations, "destinations").requireComplete();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("subscriptions", complete.subscriptions());
        members.put("webhooks", complete.webhooks());
        members.put("emails", complete.emails());
        complete.unread().forEach(members::putIfAbsent);
        return Map.of("destinations", members);
    }
}
