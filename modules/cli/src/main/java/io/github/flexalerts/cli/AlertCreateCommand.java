package io.github.flexalerts.cli;

import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.reactive.FlexAlertsClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates one alert. */
@Command(
        name = "create",
        description = {
            "Creates an alert: a rule, and the notification configuration that it names. Queues, the channel and users",
            "may be named instead of by SID. Nothing is left behind that the error does not name, and a run that was",
            "killed can be run again. Writes the SIDs as one line of JSON; created is false if the rule stood already."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts alerts create --file alert.yaml",
            "",
            "alert.yaml:",
            "  rule:",
            "    rule_friendly_name: waiting-too-long",
            "    metric_id: Waiting (Now)",
            "    task_channel_sid: voice",
            "    task_queue_sids: [Support, Sales]",
            "    active: true",
            "    rule_thresholds:",
            "      - {threshold_type: Critical, threshold_operator: Greater Than, threshold_value: 5}",
            "    notify_enabled: true",
            "  destinations:",
            "    subscriptions:",
            "      recipients:",
            "        - user_sids: [supervisor]"
        })
final class AlertCreateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Mixin
    private final AlertFiles files = new AlertFiles();

    AlertCreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AlertPlan plan = AlertInput.read(console, files.file);
        Settings settings = Settings.of(console.env(), service);
        settings.places().requireAccount();
        JournalFile journal = JournalFile.of(files.file, files.journal, settings.instanceSid());
        try (FlexAlertsClient client = settings.client(0, service.instrumentation(console))) {
            new AlertRun(console, journal)
                    .run(
                            plan,
                            client.alerts()::create,
                            made -> console.out().println(Alerts.sids(made.alert(), made.created())));
        }
        return ExitCode.DONE;
    }
}
