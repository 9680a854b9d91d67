package io.github.flexalerts.cli;

import picocli.CommandLine.Option;

/** In which form what was read is written. */
final class OutputOption {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: table.")
    OutputForm form = OutputForm.TABLE;
}
