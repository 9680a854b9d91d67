package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.reactive.ClientInstrumentation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings that are also options of the command line. */
public final class ServiceOptions {
    @Option(
            names = "--instance",
            paramLabel = "GO...",
            description = "The Flex instance, GO... Default: FLEX_INSTANCE_SID.")
    @Nullable
    String instance;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The URL of the service: scheme, host and port. Default: FLEX_BASE_URL, else"
                    + " https://flex-api.twilio.com.")
    @Nullable
    String baseUrl;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Settings of this profile instead of the environment; see 'flex-alerts profiles'.")
    @Nullable
    String profile;

    @Option(
            names = "--metrics",
            description =
                    "Print a table of the operations on stderr at the end: count, latency percentiles, retries by reason.")
    boolean metrics;

    /** Returns what counts the calls, if that is asked for. */
    public ClientInstrumentation instrumentation(Console console) {
        return metrics ? new OperationTally(lines -> lines.forEach(console::say)) : ClientInstrumentation.NOOP;
    }
}
