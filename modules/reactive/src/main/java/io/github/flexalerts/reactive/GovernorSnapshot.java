package io.github.flexalerts.reactive;

import java.time.Duration;

/**
 * How the calls on one credential stand at one moment.
 *
 * @param limit how many calls may be in flight, as learned from the service's answers
 * @param inFlight how many are in flight
 * @param interactiveQueued how many wait in the interactive lane
 * @param bulkQueued how many wait in the bulk lane
 * @param closedFor for how long nobody is admitted, since the service asked to wait; zero if open
 * @param retryBudget how many tokens are left for repetitions
 */
public record GovernorSnapshot(
        int limit, int inFlight, int interactiveQueued, int bulkQueued, Duration closedFor, int retryBudget) {}
