package io.github.flexalerts.core.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One field that the service refused. These are the service's own words: they may repeat what was sent, so they are never
 * part of an exception's message.
 *
 * @param pointer where the field is, as the service wrote it, as in {@code #/rule_thresholds/0/threshold_value}; null if
 *     the service named no field
 * @param detail what is wrong with the field; null if the service did not say
 * @param code the service's code, a number or a word; null if there is none
 */
public record FieldError(
        @Nullable String pointer,
        @Nullable String detail,
        @Nullable String code) implements Serializable {

    /** Returns the type alone: the service's words may repeat personal data. */
    @Override
    public String toString() {
        return "FieldError[…]";
    }
}
