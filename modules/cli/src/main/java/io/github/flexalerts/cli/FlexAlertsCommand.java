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
        footerHeading = "%nEnvironment variables:%n",
        footer = {
            "  TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN,",
            "  or TWILIO_API_KEY and TWILIO_API_SECRET  credentials; the API key wins",
            "  FLEX_INSTANCE_SID (or --instance)        the Flex instance, GO...",
            "  FLEX_BASE_URL (or --base-url)            URL of the service",
            "  FLEX_TASKROUTER_URL                      URL of TaskRouter",
            "  FLEX_WORKSPACE_SID                       workspace; looked up by default",
            "--profile NAME takes all of these from a profile, see 'flex-alerts profiles'.",
            "Commands that create or read notification configurations also need",
            "TWILIO_ACCOUNT_SID when you use an API key.",
            "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY choose a proxy.",
            "FLEX_CA_FILE is a PEM file of more certificate authorities to trust.",
            "",
            "Exit codes:",
            "  0    success",
            "  1    the service refused a request, or the network failed",
            "  2    invalid input or settings; nothing was written",
            "  3    drift found a difference",
            "  130  interrupted",
            "",
            "Example, which needs no settings:",
            "  flex-alerts demo"
        })
final class FlexAlertsCommand {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error and the log of the HTTP client.")
    boolean verbose;
}
