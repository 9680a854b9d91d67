package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.FaultDescription;
import java.util.function.Function;

/**
 * An entry of the catalogue: how a fault is written, described and created.
 *
 * @param syntax of its argument, empty when it takes none, in brackets when it may be left out
 * @param description one sentence
 * @param <F> the type of the fault
 * @param maker makes it of its argument, which is empty when none was given
 */
public record FaultKind<F>(String name, String syntax, String description, Function<String, F> maker) {

    public F make(String argument) {
        if (syntax.isEmpty() && !argument.isEmpty()) {
            throw new IllegalArgumentException("fault " + name + " takes no argument, was " + argument);
        }
        if (argument.isEmpty() && !syntax.isEmpty() && !syntax.startsWith("[")) {
            throw new IllegalArgumentException("fault " + name + " needs an argument: " + name + "=" + syntax);
        }
        try {
            return maker.apply(argument);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "fault " + name + (syntax.isEmpty() ? "" : "=" + syntax) + ": " + e.getMessage(), e);
        }
    }

    public FaultDescription describe() {
        return new FaultDescription(name, syntax, description);
    }
}
