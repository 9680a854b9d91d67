package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import reactor.core.publisher.Mono;

/**
 * The task queues of one workspace. Reference: TaskRouter's TaskQueue resource, which documents that its {@code Page} must not
 * be used; listings follow the service's links.
 */
public interface TaskQueueOperations extends Listing<TaskQueue> {

    /**
     * Fetches a queue.
     *
     * @param sid the queue's SID, {@code WQ…}
     * @return the queue; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<TaskQueue> fetch(String sid);

    /**
     * Fetches a queue and returns it with the status and headers of the answer, such as TaskRouter's {@code X-Rate-Limit-…}.
     *
     * @param sid the queue's SID
     * @return the queue, the status and the headers
     * @throws IllegalArgumentException if the SID is not letters and digits
     */
    Mono<ApiResult<TaskQueue>> fetchWithResponse(String sid);
}
