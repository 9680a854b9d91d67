package io.github.flexalerts.cli.settings;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.reactive.ClientInstrumentation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings that may stand on a command line. */
public final class ServiceOptions {
    @Option(
            names = "--instance",
            paramLabel = "GO...",
            description = "The Flex instance. Default: the variable FLEX_INSTANCE_SID.")
    @Nullable
    String instance;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the service is: scheme, host and port. Default: the variable FLEX_BASE_URL, else"
                    + " Twilio itself.")
    @Nullable
    String baseUrl;

    @Option(
            names = "--metrics",
            description =
                    "At the end, print a table of the operations on stderr: count, percentiles, and retries by reason.")
    boolean metrics;

    /** Returns what counts the calls, if that is asked for. */
    public ClientInstrumentation instrumentation(Console console) {
        return metrics ? new OperationTally(lines -> lines.forEach(console::say)) : ClientInstrumentation.NOOP;
    }
}
