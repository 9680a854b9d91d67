package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.ExportSummary;
import io.github.flexalerts.bulk.RuleExport;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.rules.RuleFilters;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.query.RuleQuery;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;

/** Exports the rules of an instance. */
@Command(
        name = "export",
        description = {
            "Exports rules to a file, with the names of queues, channels and users to which they refer.",
            "The file appears when it is complete, and only its owner can read it: it contains names. 'plan', 'apply',",
            "'copy' and 'rollout' read it."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  flex-alerts export --file rules.ndjson --destinations"})
public final class ExportCommand extends ServiceCommand {
    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The file; - for stdout.")
    private String file = "";

    @Option(
            names = "--destinations",
            description = "Export notification configurations too: e-mail addresses, users and webhook URLs.")
    private boolean destinations;

    @Mixin
    private final RuleFilters filter = new RuleFilters();

    @Mixin
    private final OutputMode mode = new OutputMode();

    public ExportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (!file.equals("-")) {
            FileOptions.writable("--file", file);
        }
        RuleQuery query = filter.query().pageSize(RuleQuery.MAX_PAGE_SIZE).build();
        filter.warn(console);
        Settings settings = settings();
        if (destinations) {
            settings.places().requireAccount();
        }
        RetryCount retries = new RetryCount();
        try (FlexAlertsClient client = settings.client(1, instrumentation(retries));
                BulkProgress progress = new BulkProgress(console, mode, "export", -1, retries)) {
            RuleExport export = RuleExport.of(client)
                    .query(query)
                    .destinations(destinations)
                    .workspaceSid(settings.places().workspaceSid())
                    .onRule(rule -> progress.step());
            Mono<ExportSummary> summary = file.equals("-")
                    ? export.writeTo(console.out().stream())
                    : export.writeTo(FileOptions.writable("--file", file));
            Drain.each(summary, 1, this::report, () -> {});
        }
        return ExitCode.DONE;
    }

    private void report(ExportSummary summary) {
        console.out().flush();
        summary.warnings().forEach(warning -> console.say("warning: " + warning));
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("event", "export");
        event.put("rules", summary.rules());
        event.put("configurations", summary.configurations());
        event.put("names", summary.references());
        event.put("warnings", summary.warnings());
        if (!file.equals("-")) {
            mode.event(console, event);
        }
        if (mode.quiet || mode.form == OutputMode.Form.NDJSON) {
            return;
        }
        console.say("exported " + summary.rules() + " rules, " + summary.configurations()
                + " notification configurations and " + summary.references() + " names");
    }
}
