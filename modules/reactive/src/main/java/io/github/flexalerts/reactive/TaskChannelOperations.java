package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.taskrouter.TaskChannel;
import reactor.core.publisher.Mono;

/**
 * The task channels of one workspace. Reference: TaskRouter's TaskChannel resource, which documents that its {@code Page} must
 * not be used; listings follow the service's links.
 */
public interface TaskChannelOperations extends Listing<TaskChannel> {

    /**
     * Fetches a channel.
     *
     * @param sidOrUniqueName the channel's SID, {@code TC…}, or its unique name, as in {@code voice}
     * @return the channel; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if it is neither
     */
    Mono<TaskChannel> fetch(String sidOrUniqueName);

    /**
     * Fetches a channel and returns it with the status and headers of the answer, such as TaskRouter's {@code X-Rate-Limit-…}.
     *
     * @param sidOrUniqueName the channel's SID or its unique name
     * @return the channel, the status and the headers
     * @throws IllegalArgumentException if it is neither
     */
    Mono<ApiResult<TaskChannel>> fetchWithResponse(String sidOrUniqueName);
}
