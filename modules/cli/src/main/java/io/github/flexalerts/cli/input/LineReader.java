package io.github.flexalerts.cli.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a rule from each line. */
final class LineReader implements RuleSource.RuleReader {
    private final Lines lines;
    private Lines.@Nullable Line pending;

    LineReader(Lines.Line first, Lines lines) {
        this.pending = first;
        this.lines = lines;
    }

    @Override
    public @Nullable RuleInput next() throws IOException {
        Lines.Line line = pending == null ? lines.nextNotBlank() : pending;
        pending = null;
        if (line == null) {
            return null;
        }
        return line.tooLong()
                ? RuleInput.bad(line.number(), "longer than " + Lines.LONGEST + " bytes")
                : RuleInput.of(line.number(), line.bytes());
    }
}
