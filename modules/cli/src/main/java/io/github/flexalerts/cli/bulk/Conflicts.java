package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.Plan;
import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.ExitCode;

/** Plans that cannot be applied. */
final class Conflicts {
    private Conflicts() {}

    /** Says how to resolve conflicts, and returns the exit code. */
    static int exitCode(Console console, Plan plan) {
        if (plan.conflicts().isEmpty()) {
            return ExitCode.DONE;
        }
        console.say(
                plan.conflicts().size() + " conflicts: rename the rules, or choose more fields with --key, for example"
                        + " --key NAME,METRIC,CHANNEL,QUEUES");
        return ExitCode.INPUT;
    }
}
