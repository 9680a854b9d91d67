package io.github.flexalerts.reactive.internal.resource;

import io.github.flexalerts.core.configuration.FlexConfiguration;
import io.github.flexalerts.core.notification.NotificationConfiguration;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.core.taskrouter.TaskChannel;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.core.user.FlexUser;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a resource are, and what identifies one.
 *
 * @param type the class of an item
 * @param member the name of the member that identifies an item
 * @param id returns that member
 * @param <T> the type of an item
 */
public record ItemType<T>(Class<T> type, String member, Function<T, @Nullable String> id) {
    static final ItemType<Rule> RULE = new ItemType<>(Rule.class, "sid", Rule::sid);
    static final ItemType<TaskQueue> QUEUE = new ItemType<>(TaskQueue.class, "sid", TaskQueue::sid);
    static final ItemType<TaskChannel> CHANNEL = new ItemType<>(TaskChannel.class, "sid", TaskChannel::sid);
    static final ItemType<FlexUser> USER = new ItemType<>(FlexUser.class, "sid", FlexUser::sid);
    static final ItemType<NotificationConfiguration> NOTIFICATION =
            new ItemType<>(NotificationConfiguration.class, "ttid", NotificationConfiguration::ttid);
    public static final ItemType<FlexConfiguration> CONFIGURATION =
            new ItemType<>(FlexConfiguration.class, "account_sid", FlexConfiguration::accountSid);

    /**
     * Reads an answer that is one item. An answer that does not identify the item is unreadable: a gateway may send an error
     * with status 200.
     */
    T read(JsonCodec codec, byte[] json) {
        T item = codec.read(json, type);
        String read = id.apply(item);
        if (read == null || read.isBlank()) {
            throw new CodecException("the answer has no " + member);
        }
        return item;
    }
}
