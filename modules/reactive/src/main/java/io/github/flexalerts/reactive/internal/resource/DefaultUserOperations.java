package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.user.FlexUser;
import io.github.flexalerts.reactive.UserOperations;
import io.github.flexalerts.reactive.internal.option.Site;
import io.github.flexalerts.reactive.transport.Operation;

/** The users of one instance. */
public final class DefaultUserOperations extends PagedListing<FlexUser> implements UserOperations {

    private DefaultUserOperations(Resource<FlexUser> users) {
        super(users, users.pager(Operation.LIST_USERS, "users"));
    }

    public static UserOperations of(Service service, Site site, String instanceSid) {
        return new DefaultUserOperations(Resource.of(service, site, Operation.LIST_USERS, instanceSid, ItemType.USER));
    }
}
