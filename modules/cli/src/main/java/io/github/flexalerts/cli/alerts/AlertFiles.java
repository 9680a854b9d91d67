package io.github.flexalerts.cli.alerts;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the plan of an alert is, and where is kept how far it has come. */
final class AlertFiles {
    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "The alert, or the output of 'alerts describe', in YAML or JSON; - for stdin.")
    String file = "";

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "A file that records the configuration's id until the rule exists, so that you can repeat a"
                    + " command that was killed. Use one journal per command and rule. Default: FILE.journal;"
                    + " none for stdin.")
    @Nullable
    String journal;
}
