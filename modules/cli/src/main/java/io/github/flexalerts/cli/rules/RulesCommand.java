package io.github.flexalerts.cli.rules;

import picocli.CommandLine.Command;

/** The group of what can be done to rules. */
@Command(
        name = "rules",
        description = "Lists, gets, creates, updates and deletes alert rules.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  flex-alerts rules list --active true --limit 10"})
public final class RulesCommand {}
