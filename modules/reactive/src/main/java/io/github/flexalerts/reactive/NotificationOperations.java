package io.github.flexalerts.reactive;

import io.github.flexalerts.core.error.AmbiguousOutcomeException;
import io.github.flexalerts.core.error.InvalidSpecException;
import io.github.flexalerts.core.error.NotFoundException;
import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The notification configurations of one Flex instance. Reference: the NotificationConfigurations resource. It documents no
 * list, so keep the {@code ttid} of each configuration that you create. An instance has at most 100 configurations.
 *
 * <p>For every method: a method checks its arguments when it is called. Nothing is sent before a subscription, each subscription
 * makes its own call, and cancelling it releases its connection. Errors are those of {@link RuleOperations}.
 */
public interface NotificationOperations {

    /**
     * Creates a configuration. Reference: "Create a notification configuration".
     *
     * @param destinations where notifications go
     * @return the configuration as the service created it; an {@link AmbiguousOutcomeException} if the service may have created
     *     it and its id is unknown
     * @throws InvalidSpecException if there is no destination, or a required field is missing
     */
    Mono<NotificationConfiguration> create(Destinations destinations);

    /**
     * Creates a configuration and returns it with the status and headers of the answer; see {@link #create}.
     *
     * @param destinations where notifications go
     * @return the configuration, the status and the headers
     * @throws InvalidSpecException if there is no destination, or a required field is missing
     */
    Mono<ApiResult<NotificationConfiguration>> createWithResponse(Destinations destinations);

    /**
     * Fetches a configuration. Reference: "Fetch a notification configuration".
     *
     * @param ttid the configuration's id, a rule's {@code notify_methods_id}
     * @return the configuration; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    Mono<NotificationConfiguration> fetch(String ttid);

    /**
     * Fetches a configuration and returns it with the status and headers of the answer; see {@link #fetch}.
     *
     * @param ttid the configuration's id
     * @return the configuration, the status and the headers
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    Mono<ApiResult<NotificationConfiguration>> fetchWithResponse(String ttid);

    /**
     * Replaces the destinations of a configuration, for all rules that refer to it. Reference: "Edit a notification
     * configuration". Its sample shows that an update replaces all destinations; the rest is not documented.
     *
     * @param ttid the configuration's id
     * @param destinations where notifications go
     * @return the new version of the configuration; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidSpecException if there is no destination, or a required field is missing
     */
    Mono<NotificationConfiguration> update(String ttid, Destinations destinations);

    /**
     * Replaces the destinations of a configuration and returns it with the status and headers of the answer; see {@link #update}.
     *
     * @param ttid the configuration's id
     * @param destinations where notifications go
     * @return the configuration, the status and the headers
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidSpecException if there is no destination, or a required field is missing
     */
    Mono<ApiResult<NotificationConfiguration>> updateWithResponse(String ttid, Destinations destinations);

    /**
     * Deletes a configuration. Whether the service deletes a configuration that a rule uses is not documented. Reference: "Delete a
     * notification configuration".
     *
     * @param ttid the configuration's id
     * @return completes when the configuration is deleted; a {@link NotFoundException} if there is none. If an earlier attempt
     *     of the same call got no answer, 404 means that this attempt deleted it, and the call completes
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    Mono<Void> delete(String ttid);

    /**
     * Deletes a configuration and returns the status and headers of the answer; see {@link #delete}.
     *
     * @param ttid the configuration's id
     * @return the status and the headers; the value is null. The status is 404 if an earlier attempt without an
     *     answer deleted the configuration
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    Mono<ApiResult<@Nullable Void>> deleteWithResponse(String ttid);
}
