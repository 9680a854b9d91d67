package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;

/** An indented JSON object. */
final class JsonObjectWriter implements RuleWriter {
    private final DataOut out;

    JsonObjectWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Rule rule) {
        out.write(JsonText.indented(Rules.json(rule)));
        out.print("\n");
    }
}
