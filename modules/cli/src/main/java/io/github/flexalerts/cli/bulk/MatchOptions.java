package io.github.flexalerts.cli.bulk;

import io.github.flexalerts.bulk.PlanKey;
import io.github.flexalerts.cli.io.InputException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** How rules are matched, and whether others are deleted. */
final class MatchOptions {
    @Option(
            names = "--delete",
            description =
                    "Delete rules that only the target has. Needs an export in --from; its filters limit the deletions.")
    boolean delete;

    @Option(
            names = "--key",
            paramLabel = "FIELD",
            split = ",",
            description = "The fields that identify a rule: NAME, METRIC, CHANNEL, QUEUES. Default: NAME.")
    private final List<String> key = new ArrayList<>();

    /** Returns the natural key. */
    Set<PlanKey> key() {
        try {
            return key.isEmpty()
                    ? Set.of(PlanKey.NAME)
                    : EnumSet.copyOf(key.stream().map(PlanKey::parse).toList());
        } catch (IllegalArgumentException e) {
            throw new InputException("--key: " + e.getMessage());
        }
    }
}
