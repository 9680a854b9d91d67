package io.github.flexalerts.cli.lookup;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.output.Column;
import io.github.flexalerts.cli.output.Column.Width;
import io.github.flexalerts.cli.output.ListOptions;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.taskrouter.TaskQueue;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class QueueListCommand extends ServiceCommand {
    private static final List<Column<TaskQueue>> COLUMNS = List.of(
            Column.sid("sid", TaskQueue::sid),
            Column.of("NAME", "friendly_name", Width.cut(2, 8, 24), TaskQueue::friendlyName));

    @Mixin
    private final ListOptions list = new ListOptions();

    public QueueListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        list.check(COLUMNS);
        Settings settings = settings();
        try (FlexAlertsClient client = list.client(settings, instrumentation())) {
            Flux<TaskQueue> queues = Workspace.sid(client, settings.places().workspaceSid())
                    .flatMapMany(workspace -> client.taskQueues(workspace).list());
            list.write(console, queues, "queues", COLUMNS, COLUMNS);
        }
        return ExitCode.DONE;
    }
}
