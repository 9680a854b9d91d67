package io.github.flexalerts.reactive;

import io.github.flexalerts.core.user.FlexUser;
import reactor.core.publisher.Flux;

/** The users of one Flex instance. Reference: the Flex Users resource, version 1. */
public interface UserOperations extends Listing<FlexUser> {

    /**
     * Lists users; see {@link #list()}. The service's list holds deactivated users too and documents no filter, so they are
     * left out here.
     *
     * @param activeOnly whether to leave out those who are deactivated, and so cannot be notified
     * @return the users
     */
    default Flux<FlexUser> list(boolean activeOnly) {
        return activeOnly ? list().filter(FlexUser::isActive) : list();
    }
}
