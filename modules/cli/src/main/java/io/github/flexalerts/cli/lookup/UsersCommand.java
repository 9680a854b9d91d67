package io.github.flexalerts.cli.lookup;

import picocli.CommandLine.Command;

/** The group of what can be done to users. */
@Command(
        name = "users",
        description = "Lists Flex users.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  flex-alerts users list --active"})
public final class UsersCommand {}
