package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;

/** A JSON array with a line for each rule. */
final class JsonArrayWriter implements RuleWriter {
    private final DataOut out;
    private boolean begun;

    JsonArrayWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Rule rule) {
        out.print(begun ? ",\n" : "[\n");
        begun = true;
        out.write(Rules.json(rule));
    }

    @Override
    public void end() {
        out.print(begun ? "\n]\n" : "[]\n");
    }
}
