package io.github.flexalerts.metrics.internal;

import java.util.Locale;

/** Names of constants as tags write them. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
