package io.github.flexalerts.cli.lookup;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.output.Column;
import io.github.flexalerts.cli.output.Column.Width;
import io.github.flexalerts.cli.output.ListOptions;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.core.user.FlexUser;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists users, each written as it arrives. */
@Command(
        name = "list",
        description = {"Lists Flex users.", "json, ndjson and yaml show everything, including e-mail addresses."},
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts users list --active"})
public final class UserListCommand extends ServiceCommand {
    private static final List<Column<FlexUser>> COLUMNS = List.of(
            Column.sid("flex_user_sid", FlexUser::sid),
            Column.active("deactivated", FlexUser::isActive),
            Column.of("USERNAME", "username", Width.cut(2, 8, 24), FlexUser::username),
            Column.of("NAME", "full_name", Width.cut(3, 8, 24), FlexUser::fullName));

    @Mixin
    private final ListOptions list = new ListOptions();

    @Option(names = "--active", description = "Only users who can be notified: leaves out deactivated users.")
    private boolean active;

    public UserListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        list.check(COLUMNS);
        try (FlexAlertsClient client = list.client(settings(), instrumentation())) {
            list.write(console, client.users().list(active), "users", COLUMNS, COLUMNS);
        }
        return ExitCode.DONE;
    }
}
