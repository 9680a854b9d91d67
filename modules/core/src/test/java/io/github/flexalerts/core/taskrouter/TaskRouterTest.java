package io.github.flexalerts.core.taskrouter;

import static io.github.flexalerts.core.Fixtures.assertKeepsAll;
import static io.github.flexalerts.core.Fixtures.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskRouterTest {

    @Test
    void keepsAllOfAQueue() {
        TaskQueue queue = assertKeepsAll(sample("queues.list/response").at("/task_queues/0"), TaskQueue.class);

        assertThat(queue.friendlyName()).isEqualTo("Support");
        assertThat(queue.maxReservedWorkers()).isEqualTo(1);
        assertThat(queue.dateCreated()).isEqualTo(Instant.parse("2015-08-04T01:31:41Z"));
        assertThat(queue.unread()).containsKeys("links", "assignment_activity_sid");
        assertThat(queue)
                .hasToString("TaskQueue[sid=WQ00000000000000000000000000000001, "
                        + "accountSid=AC00000000000000000000000000000001, "
                        + "workspaceSid=WS00000000000000000000000000000001, unread=5]");
    }

    @Test
    void keepsAllOfAChannel() {
        TaskChannel channel = assertKeepsAll(sample("channels.list/response").at("/channels/0"), TaskChannel.class);

        assertThat(channel.uniqueName()).isEqualTo("default");
        assertThat(channel.channelOptimizedRouting()).isTrue();
        assertThat(channel)
                .hasToString("TaskChannel[sid=TC00000000000000000000000000000001, "
                        + "accountSid=AC00000000000000000000000000000001, "
                        + "workspaceSid=WS00000000000000000000000000000001, uniqueName=default, unread=1]");
    }
}
