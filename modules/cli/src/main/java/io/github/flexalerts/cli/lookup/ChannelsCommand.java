package io.github.flexalerts.cli.lookup;

import picocli.CommandLine.Command;

/** The group of what can be done to task channels. */
@Command(
        name = "channels",
        description = "Lists TaskRouter's task channels, which rules watch.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  flex-alerts channels list"})
public final class ChannelsCommand {}
