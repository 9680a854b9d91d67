package io.github.flexalerts.cli.lookup;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.output.Column;
import io.github.flexalerts.cli.output.ListOptions;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.List;
import picocli.CommandLine.Mixin;
import reactor.core.publisher.Flux;

/**
 * Lists resources of the workspace, each written as it arrives.
 *
 * @param <T> the type of the resource
 */
abstract class WorkspaceListCommand<T> extends ServiceCommand {
    private final String noun;
    private final List<Column<T>> columns;

    @Mixin
    private final ListOptions list = new ListOptions();

    WorkspaceListCommand(Console console, String noun, List<Column<T>> columns) {
        super(console);
        this.noun = noun;
        this.columns = columns;
    }

    /** Lists the resources of this workspace. */
    abstract Flux<T> list(FlexAlertsClient client, String workspaceSid);

    @Override
    public Integer call() {
        list.check(columns);
        Settings settings = settings();
        try (FlexAlertsClient client = list.client(settings, instrumentation())) {
            Flux<T> items = Workspace.sid(client, settings.places().workspaceSid())
                    .flatMapMany(workspace -> list(client, workspace));
            list.write(console, items, noun, columns, columns);
        }
        return ExitCode.DONE;
    }
}
