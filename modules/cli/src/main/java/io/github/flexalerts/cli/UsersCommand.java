package io.github.flexalerts.cli;

import picocli.CommandLine.Command;

/** The group of what can be done to users. */
@Command(
        name = "users",
        description = "Lists Flex users, who can be notified.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  flex-alerts users list --active"})
final class UsersCommand {}
