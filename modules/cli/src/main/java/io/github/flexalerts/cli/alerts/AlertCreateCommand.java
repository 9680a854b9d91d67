package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.reactive.AlertCreation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates one alert. */
@Command(
        name = "create",
        description = {
            "Creates an alert: a rule and the notification configuration that it uses.",
            "Queues, the channel and users are given by name or by SID. If the command fails, its error names everything",
            "it left behind. If it was killed, run it again: it continues with the configuration recorded in the journal.",
            "If it was killed while the service created the configuration, the next run warns that one may exist.",
            "Prints the SIDs as one line of JSON; created is false if the rule existed already."
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
public final class AlertCreateCommand extends ServiceCommand {
    @Mixin
    private final AlertFiles files = new AlertFiles();

    public AlertCreateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        AlertPlan plan = AlertInput.read(console, files.file);
        Settings settings = settings();
        settings.places().requireAccount();
        JournalFile journal = JournalFile.of(files, "alerts create", null, settings.instanceSid());
        AlertPlan continued = journal == null ? plan : journal.continued(plan, console);
        new AlertRun(settings, journal)
                .run(
                        continued,
                        instrumentation(),
                        (client, whole, kept) -> client.alerts().create(whole, kept),
                        made -> tell(plan, made));
        return ExitCode.DONE;
    }

    private void tell(AlertPlan plan, AlertCreation made) {
        console.out().println(Alerts.sids(made.alert(), made.created()));
        if (!made.created() && AlertDifference.between(plan, made.alert())) {
            String sid = String.valueOf(made.alert().rule().sid());
            console.say("note: the alert exists with other values than the file has, and nothing was changed; use"
                    + " 'flex-alerts alerts update " + sid + "'");
        }
    }
}
