package io.github.flexalerts.reactive;

import java.time.Duration;

/**
 * The state of the calls of an account at one moment.
 *
 * @param limit how many calls may be in flight, as learned from the service's answers
 * @param inFlight how many are in flight
 * @param interactiveQueued how many wait in the interactive lane
 * @param bulkQueued how many wait in the bulk lane
 * @param closedFor how long no call is admitted because the service asked to wait; zero if calls are admitted
 * @param retryBudget how many tokens are left for repetitions
 */
public record GovernorSnapshot(
        int limit, int inFlight, int interactiveQueued, int bulkQueued, Duration closedFor, int retryBudget) {}
