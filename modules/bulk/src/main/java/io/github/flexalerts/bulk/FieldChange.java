package io.github.flexalerts.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A field whose value an update changes. Values are texts, numbers, booleans, lists or maps, as in JSON.
 *
 * @param field the field's name in the API, such as {@code task_queue_sids}
 * @param before the value at the target; null if there is none
 * @param after the desired value; null if there is none
 */
public record FieldChange(
        String field, @Nullable Object before, @Nullable Object after) {

    /** Returns the field without its values, which may be personal data. */
    @Override
    public String toString() {
        return "FieldChange[" + field + "]";
    }
}
