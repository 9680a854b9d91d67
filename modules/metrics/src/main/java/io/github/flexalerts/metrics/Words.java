package io.github.flexalerts.metrics;

import java.util.Locale;

/** Names of constants as tags write them. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
