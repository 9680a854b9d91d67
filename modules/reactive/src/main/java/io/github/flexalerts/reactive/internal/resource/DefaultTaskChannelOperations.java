package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.taskrouter.TaskChannel;
import io.github.flexalerts.reactive.ApiResult;
import io.github.flexalerts.reactive.TaskChannelOperations;
import io.github.flexalerts.reactive.internal.option.Sids;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.transport.Operation;
import reactor.core.publisher.Mono;

/** The channels of one workspace. */
public final class DefaultTaskChannelOperations extends PagedListing<TaskChannel> implements TaskChannelOperations {
    private final Resource<TaskChannel> channels;

    private DefaultTaskChannelOperations(Resource<TaskChannel> channels) {
        super(channels, channels.pager(Operation.LIST_CHANNELS, "channels"));
        this.channels = channels;
    }

    public static TaskChannelOperations of(Service service, Site site, String workspaceSid) {
        return new DefaultTaskChannelOperations(
                Resource.of(service, site, Operation.LIST_CHANNELS, workspaceSid, ItemType.CHANNEL));
    }

    @Override
    public Mono<TaskChannel> fetch(String sidOrUniqueName) {
        return channels.fetch(Operation.FETCH_CHANNEL, Sids.sidOrName(sidOrUniqueName));
    }

    @Override
    public Mono<ApiResult<TaskChannel>> fetchWithResponse(String sidOrUniqueName) {
        return channels.fetchWithResponse(Operation.FETCH_CHANNEL, Sids.sidOrName(sidOrUniqueName));
    }
}
