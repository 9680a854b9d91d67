package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;

/** One JSON object a line. */
final class NdjsonWriter implements RuleWriter {
    private final DataOut out;

    NdjsonWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Rule rule) {
        out.write(Rules.json(rule));
        out.print("\n");
    }
}
