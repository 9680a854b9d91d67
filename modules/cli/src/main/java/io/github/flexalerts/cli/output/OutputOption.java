package io.github.flexalerts.cli.output;

import picocli.CommandLine.Option;

/** In which form what was read is written. */
public final class OutputOption {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "The output form: ${COMPLETION-CANDIDATES}. Default: table.")
    public OutputForm form = OutputForm.TABLE;
}
