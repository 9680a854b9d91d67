package io.github.flexalerts.cli.lookup;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.output.Column;
import io.github.flexalerts.cli.output.Column.Width;
import io.github.flexalerts.core.taskrouter.TaskChannel;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.List;
import picocli.CommandLine.Command;
import reactor.core.publisher.Flux;

/** Lists task channels, each written as it arrives. */
@Command(
        name = "list",
        description = {
            "Lists the task channels of the workspace.",
            "FLEX_WORKSPACE_SID sets the workspace; by default it is read from the account's configuration."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts channels list --output ndjson"})
public final class ChannelListCommand extends WorkspaceListCommand<TaskChannel> {
    private static final List<Column<TaskChannel>> COLUMNS = List.of(
            Column.sid("sid", TaskChannel::sid),
            Column.of("UNIQUE NAME", "unique_name", Width.cut(1, 8, 16), TaskChannel::uniqueName),
            Column.of("NAME", "friendly_name", Width.cut(2, 8, 24), TaskChannel::friendlyName));

    public ChannelListCommand(Console console) {
        super(console, "channels", COLUMNS);
    }

    @Override
    Flux<TaskChannel> list(FlexAlertsClient client, String workspaceSid) {
        return client.taskChannels(workspaceSid).list();
    }
}
