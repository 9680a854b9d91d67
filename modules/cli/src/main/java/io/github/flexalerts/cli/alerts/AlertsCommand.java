package io.github.flexalerts.cli.alerts;

import picocli.CommandLine.Command;

/** The group of what can be done to alerts. */
@Command(
        name = "alerts",
        description = "Creates, describes, updates and deletes alerts: rules with their notification configurations.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  flex-alerts alerts create --file alert.yaml"})
public final class AlertsCommand {}
