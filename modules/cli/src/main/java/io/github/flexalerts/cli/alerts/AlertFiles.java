package io.github.flexalerts.cli.alerts;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the plan of an alert is, and where is kept how far it has come. */
final class AlertFiles {
    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "The plan, or what 'alerts describe' wrote: YAML or JSON; - for stdin.")
    String file = "";

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Where to keep the configuration's id until the rule stands, so that a run that was killed can"
                            + " be run again; of one command and rule at a time. Default: FILE.journal, and none for"
                            + " stdin.")
    @Nullable
    String journal;
}
