package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that write many rules. */
final class WriteOptions {
    @Option(
            names = "--max-deletes",
            paramLabel = "N",
            description =
                    "Write nothing if more than N rules would be deleted. Default: 10, or 10 %% of the target if that is more.")
    private @Nullable Integer maxDeletes;

    @Option(names = "--yes", description = "Do not ask. Needed if there is no terminal.")
    private boolean yes;

    @Mixin
    private final OutputMode mode = new OutputMode();

    /** Returns how many rules may be deleted; null for the default. */
    @Nullable
    Integer maxDeletions() {
        if (maxDeletes != null && maxDeletes < 0) {
            throw new InputException("--max-deletes must be at least 0, was " + maxDeletes);
        }
        return maxDeletes;
    }

    OutputMode mode() {
        return mode;
    }

    /** Asks on a terminal; an {@link InputException} if nobody can be asked. */
    void confirm(Console console, Plan plan) {
        confirm(console, PlanText.counts(plan));
    }

    /** Asks on a terminal whether this is to be done. */
    void confirm(Console console, String what) {
        if (yes) {
            return;
        }
        if (!console.terminal().isInteractive()) {
            throw new InputException("nothing was written: add --yes to write without a terminal");
        }
        console.err().print(what + ". Write these changes? Type yes: ");
        console.err().flush();
        if (!"yes".equals(answer(console))) {
            throw new InputException("nothing was written: the answer was not yes");
        }
    }

    private static @Nullable String answer(Console console) {
        try {
            String line = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? null : line.strip();
        } catch (IOException e) {
            return null;
        }
    }
}
