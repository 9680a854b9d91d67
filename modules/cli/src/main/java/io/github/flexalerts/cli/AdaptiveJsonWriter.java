package io.github.flexalerts.cli;

import io.github.flexalerts.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/** One JSON document for as many rules as the input turns out to hold: an object for one, an array for more. */
final class AdaptiveJsonWriter implements RuleWriter {
    private final DataOut out;
    private @Nullable RuleWriter array;
    private @Nullable Rule first;

    AdaptiveJsonWriter(DataOut out) {
        this.out = out;
    }

    @Override
    public void write(Rule rule) {
        if (array == null && first == null) {
            first = rule;
        } else {
            many().write(rule);
        }
    }

    /** Settles that it is an array. */
    RuleWriter many() {
        if (array == null) {
            array = new JsonArrayWriter(out);
            if (first != null) {
                array.write(first);
                first = null;
            }
        }
        return array;
    }

    @Override
    public void end() {
        if (array != null) {
            array.end();
        } else if (first != null) {
            new JsonObjectWriter(out).write(first);
        }
    }
}
