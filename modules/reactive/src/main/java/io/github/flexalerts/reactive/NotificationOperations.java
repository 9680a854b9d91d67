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
 * list, so keep the {@code ttid} of what is created; at most 100 may stand in an instance.
 *
 * <p>For every method: arguments are checked at once, nothing is sent before a subscription, each subscription is a call of
 * its own, and cancelling it frees its connection. Errors are those of {@link RuleOperations}.
 */
public interface NotificationOperations {

    /**
     * Creates a configuration. Reference: "Create a notification configuration".
     *
     * @param destinations where notifications go
     * @return the configuration as the service made it; an {@link AmbiguousOutcomeException} if the request may have been
     *     processed and its result is unknown: then a configuration may exist that nobody can find
     * @throws InvalidSpecException if there is no destination, or a required field is missing
     */
    Mono<NotificationConfiguration> create(Destinations destinations);

    /**
     * Creates a configuration and returns it with the head of the answer; see {@link #create}.
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
     * Fetches a configuration and returns it with the head of the answer; see {@link #fetch}.
     *
     * @param ttid the configuration's id
     * @return the configuration, the status and the headers
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    Mono<ApiResult<NotificationConfiguration>> fetchWithResponse(String ttid);

    /**
     * Replaces the destinations of a configuration, for all rules that refer to it. Reference: "Edit a notification
     * configuration"; that it replaces follows from its sample, and what becomes of what is not sent is not documented.
     *
     * @param ttid the configuration's id
     * @param destinations where notifications go
     * @return the configuration as it is then; a {@link NotFoundException} if there is none
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidSpecException if there is no destination, or a required field is missing
     */
    Mono<NotificationConfiguration> update(String ttid, Destinations destinations);

    /**
     * Replaces the destinations of a configuration and returns it with the head of the answer; see {@link #update}.
     *
     * @param ttid the configuration's id
     * @param destinations where notifications go
     * @return the configuration, the status and the headers
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidSpecException if there is no destination, or a required field is missing
     */
    Mono<ApiResult<NotificationConfiguration>> updateWithResponse(String ttid, Destinations destinations);

    /**
     * Deletes a configuration. Whether one that a rule still refers to can be deleted is not documented. Reference: "Delete a
     * notification configuration".
     *
     * @param ttid the configuration's id
     * @return completes when the service has deleted it; a {@link NotFoundException} if there is none, unless an attempt
     *     before went without an answer: then that one deleted it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    Mono<Void> delete(String ttid);

    /**
     * Deletes a configuration and returns the head of the answer; see {@link #delete}.
     *
     * @param ttid the configuration's id
     * @return the status and the headers; the value is null. The status is 404 if an attempt without an answer deleted it
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     */
    Mono<ApiResult<@Nullable Void>> deleteWithResponse(String ttid);
}
