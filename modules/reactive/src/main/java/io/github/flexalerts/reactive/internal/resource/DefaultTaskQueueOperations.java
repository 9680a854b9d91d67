package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.reactive.ApiResult;
import io.github.flexalerts.reactive.TaskQueueOperations;
import io.github.flexalerts.reactive.internal.option.Sids;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.transport.Operation;
import reactor.core.publisher.Mono;

/** The queues of one workspace. */
public final class DefaultTaskQueueOperations extends PagedListing<TaskQueue> implements TaskQueueOperations {
    private final Resource<TaskQueue> queues;

    private DefaultTaskQueueOperations(Resource<TaskQueue> queues) {
        super(queues, queues.pager(Operation.LIST_QUEUES, "task_queues"));
        this.queues = queues;
    }

    public static TaskQueueOperations of(Service service, Site site, String workspaceSid) {
        return new DefaultTaskQueueOperations(
                Resource.of(service, site, Operation.LIST_QUEUES, workspaceSid, ItemType.QUEUE));
    }

    @Override
    public Mono<TaskQueue> fetch(String sid) {
        return queues.fetch(Operation.FETCH_QUEUE, Sids.item(sid));
    }

    @Override
    public Mono<ApiResult<TaskQueue>> fetchWithResponse(String sid) {
        return queues.fetchWithResponse(Operation.FETCH_QUEUE, Sids.item(sid));
    }
}
