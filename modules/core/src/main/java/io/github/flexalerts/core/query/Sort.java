package io.github.flexalerts.core.query;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One key of a listing's order.
 *
 * @param field what to sort by
 * @param descending whether the greatest comes first
 */
public record Sort(Field field, boolean descending) {

    /** The fields that the reference allows to sort by. */
    public enum Field {
        DATE_CREATED("date_created"),
        DATE_UPDATED("date_updated"),
        FRIENDLY_NAME("rule_friendly_name"),
        METRIC_ID("metric_id");

        private final String wireName;

        Field(String wireName) {
            this.wireName = wireName;
        }

        /**
         * Returns the field's name on the wire.
         *
         * @return the name, as in {@code date_created}
         */
        public String wireName() {
            return wireName;
        }
    }

    /** Creates a sort key. */
    public Sort {
        requireNonNull(field, "field");
    }

    /**
     * Returns the key that puts the least first.
     *
     * @param field what to sort by
     * @return the sort key
     */
    public static Sort ascending(Field field) {
        return new Sort(field, false);
    }

    /**
     * Returns the key that puts the greatest first.
     *
     * @param field what to sort by
     * @return the sort key
     */
    public static Sort descending(Field field) {
        return new Sort(field, true);
    }

    /**
     * Reads a key as the service writes it: the field's name, with a leading {@code -} for descending.
     *
     * @param text as in {@code -date_created}
     * @return the sort key
     * @throws IllegalArgumentException if the field is none of the four
     */
    public static Sort parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(Field.values())
                .filter(field -> field.wireName.equals(name))
                .findFirst()
                .map(field -> new Sort(field, descending))
                .orElseThrow(() -> new IllegalArgumentException("sort field must be one of "
                        + Arrays.stream(Field.values()).map(Field::wireName).collect(Collectors.joining(", "))
                        + ", was " + name));
    }

    /** Returns the key as the service reads it. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + field.wireName;
    }
}
