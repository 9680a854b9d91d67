package io.github.flexalerts.cli.lookup;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.output.Column;
import io.github.flexalerts.cli.output.Column.Width;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.List;
import picocli.CommandLine.Command;
import reactor.core.publisher.Flux;

/** Lists task queues, each written as it arrives. */
@Command(
        name = "list",
        description = {
            "Lists the task queues of the workspace.",
            "FLEX_WORKSPACE_SID sets the workspace; by default it is read from the account's configuration."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts queues list --output ndjson"})
public final class QueueListCommand extends WorkspaceListCommand<TaskQueue> {
    private static final List<Column<TaskQueue>> COLUMNS = List.of(
            Column.sid("sid", TaskQueue::sid),
            Column.of("NAME", "friendly_name", Width.cut(2, 8, 24), TaskQueue::friendlyName));

    public QueueListCommand(Console console) {
        super(console, "queues", COLUMNS);
    }

    @Override
    Flux<TaskQueue> list(FlexAlertsClient client, String workspaceSid) {
        return client.taskQueues(workspaceSid).list();
    }
}
