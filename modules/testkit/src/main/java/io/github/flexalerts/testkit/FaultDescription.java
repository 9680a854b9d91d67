package io.github.flexalerts.testkit;

/**
 * A line of the catalogue of faults, for help texts and manuals.
 *
 * @param name the name of the fault
 * @param argument the syntax of its argument, empty when it takes none, in brackets when it may be left out
 * @param description what it does, in one sentence
 */
public record FaultDescription(String name, String argument, String description) {

    /** Returns how the fault is written: {@code NAME}, {@code NAME=ARG} or {@code NAME[=ARG]}. */
    public String usage() {
        if (argument.isEmpty()) {
            return name;
        }
        return argument.startsWith("[") ? name + "[=" + argument.substring(1) : name + "=" + argument;
    }
}
