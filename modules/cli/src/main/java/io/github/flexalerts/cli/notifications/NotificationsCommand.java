package io.github.flexalerts.cli.notifications;

import picocli.CommandLine.Command;

/** The group of what can be done to notification configurations. */
@Command(
        name = "notifications",
        description = "Gets, creates, updates and deletes notification configurations.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  flex-alerts notifications get flex_notificationconfiguration_01jt2gntpafkt9671avqj50sq8"
        })
public final class NotificationsCommand {}
