package io.github.flexalerts.cli;

import io.github.flexalerts.cli.settings.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself. */
@Command(
        name = "flex-alerts",
        description = "Manages the alerts of a Twilio Flex instance: rules, and where their notifications go.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nSettings, of the environment:%n",
        footer = {
            "  TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN,",
            "  or TWILIO_API_KEY and TWILIO_API_SECRET  who calls; the key wins",
            "  FLEX_INSTANCE_SID (or --instance)        the Flex instance, GO...",
            "  FLEX_BASE_URL (or --base-url)            where the service is, if elsewhere",
            "  FLEX_TASKROUTER_URL                      where queues and channels are, if elsewhere",
            "  FLEX_WORKSPACE_SID                       the workspace, WS...; else it is looked up",
            "With an API key, what notifies asks for TWILIO_ACCOUNT_SID too.",
            "",
            "Exit codes: 0 done; 1 the service or the network said no; 2 the input cannot",
            "be right, nothing was sent; 130 interrupted.",
            "",
            "Example, with nothing set up:",
            "  flex-alerts demo"
        })
final class FlexAlertsCommand {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error, and what the HTTP client logs.")
    boolean verbose;
}
