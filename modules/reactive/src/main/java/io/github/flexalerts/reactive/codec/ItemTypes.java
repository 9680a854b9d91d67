package io.github.flexalerts.reactive.codec;

import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.taskrouter.TaskChannel;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.core.user.FlexUser;
import java.util.Map;
import java.util.Set;

/** What answers are made of: each type, and whether an odd member of it may be read past. Add each new resource here. */
final class ItemTypes {
    private static final Map<Class<?>, Boolean> READ_PAST = Map.of(
            Rule.class, false,
            NotificationConfiguration.class, false,
            FlexUser.class, true,
            TaskQueue.class, true,
            TaskChannel.class, true,
            FlexConfiguration.class, true);

    private ItemTypes() {}

    static Set<Class<?>> all() {
        return READ_PAST.keySet();
    }

    /** Only of what is not sent back: there nothing may be lost. */
    static boolean mayBeReadPast(Class<?> type) {
        return READ_PAST.getOrDefault(type, false);
    }
}
