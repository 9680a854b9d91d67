package io.github.flexalerts.cli.lookup;

import picocli.CommandLine.Command;

/** The group of what can be done to task channels. */
@Command(
        name = "channels",
        description = "Lists task channels.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  flex-alerts channels list"})
public final class ChannelsCommand {}
