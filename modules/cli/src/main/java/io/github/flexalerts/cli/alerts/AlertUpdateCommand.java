package io.github.flexalerts.cli.alerts;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;
import io.github.flexalerts.cli.settings.ServiceCommand;
import io.github.flexalerts.cli.settings.Settings;
import io.github.flexalerts.core.alert.Alert;
import io.github.flexalerts.core.alert.AlertPlan;
import io.github.flexalerts.core.rule.Rule;
import io.github.flexalerts.reactive.AlertJournal;
import io.github.flexalerts.reactive.FlexAlertsClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;

/** Replaces one alert. */
@Command(
        name = "update",
        description = {
            "Replaces an alert: first its notification configuration, for all rules that use it, then the rule.",
            "Prints the SIDs as one line of JSON. If the command fails or is killed, run it again.",
            "'destinations: null' removes the configuration; a file without destinations is refused."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  flex-alerts alerts describe QY00000000000000000000000000000001 --output json > alert.json",
            "  flex-alerts alerts update QY00000000000000000000000000000001 --file alert.json"
        })
public final class AlertUpdateCommand extends ServiceCommand {
    @Parameters(paramLabel = "SID", description = "The rule, QY...")
    private String sid = "";

    @Mixin
    private final AlertFiles files = new AlertFiles();

    public AlertUpdateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        AlertPlan plan = AlertInput.readReplacement(console, files.file);
        Settings settings = settings();
        settings.places().requireAccount();
        JournalFile journal = JournalFile.of(files, "alerts update", sid, settings.instanceSid());
        AlertPlan continued = journal == null ? plan : journal.continued(plan, console);
        new AlertRun(settings, journal)
                .run(
                        continued,
                        instrumentation(),
                        this::update,
                        alert -> console.out().println(Alerts.sids(alert, null)));
        return ExitCode.DONE;
    }

    private Mono<Alert> update(FlexAlertsClient client, AlertPlan plan, AlertJournal journal) {
        return former(client, plan)
                .flatMap(former ->
                        client.alerts().update(sid, plan, journal).doOnNext(alert -> tellWhatWent(former, alert)));
    }

    /** Only a plan without destinations can take a configuration away. Returns which the rule names, blank for none. */
    private Mono<String> former(FlexAlertsClient client, AlertPlan plan) {
        return plan.destinations() == null
                ? client.rules().fetch(sid).map(AlertUpdateCommand::configuration)
                : Mono.just("");
    }

    private void tellWhatWent(String former, Alert alert) {
        if (!former.isBlank() && !former.equals(configuration(alert.rule()))) {
            console.say("note: the rule names the notification configuration " + former + " no longer; that is deleted"
                    + " unless another rule names it");
        }
    }

    private static String configuration(Rule rule) {
        String ttid = rule.spec().notification().methodsId();
        return ttid == null ? "" : ttid;
    }
}
