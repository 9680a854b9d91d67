package io.github.flexalerts.cli.io;

import java.util.Map;

/** Reads variables of the environment. A secret that is mounted from a file often ends in a line break. */
public final class Variables {
    private Variables() {}

    /**
     * Returns the value of a variable without the white space around it; an empty text if it is not set. Throws an
     * {@link InputException} that names the variable, and not its value, if an invisible character is left.
     */
    public static String value(Map<String, String> env, String name) {
        String value = env.getOrDefault(name, "").strip();
        if (!value.equals(Text.printable(value))) {
            throw new InputException(
                    name + " contains a control character or another invisible character; set it again");
        }
        return value;
    }
}
