package io.github.flexalerts.testkit.internal.fault;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A fault as the service knows it.
 *
 * @param name its name in the catalogue
 * @param argument its argument in text, empty if it takes none
 * @param selection the requests to which it applies
 * @param action makes what it does, anew for each life of a fake
 */
public record FaultSpec(String name, String argument, Selection selection, Supplier<FaultAction> action) {

    public static FaultSpec of(String name, String argument, Supplier<FaultAction> action) {
        return new FaultSpec(name, argument, Selection.ALL, action);
    }

    public FaultSpec select(UnaryOperator<Selection> chosen) {
        return new FaultSpec(name, argument, chosen.apply(selection), action);
    }

    FaultAction begin() {
        return action.get();
    }

    /** Returns the textual form. */
    @Override
    public String toString() {
        String limits = selection.toString();
        return name + (limits.isEmpty() ? "" : "@" + limits) + (argument.isEmpty() ? "" : "=" + argument);
    }
}
