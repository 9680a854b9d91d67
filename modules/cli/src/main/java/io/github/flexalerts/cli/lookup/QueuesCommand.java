package io.github.flexalerts.cli.lookup;

import picocli.CommandLine.Command;

/** The group of what can be done to task queues. */
@Command(
        name = "queues",
        description = "Lists task queues.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  flex-alerts queues list --output json"})
public final class QueuesCommand {}
