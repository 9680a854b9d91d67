package io.github.flexalerts.testkit.internal.list;

import io.github.flexalerts.testkit.internal.http.Json;
import io.github.flexalerts.testkit.internal.http.Refusal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The order of a list: the fields of {@code Sort}, then the order of creation, so that no two elements are equal.
 *
 * @param fields as they were asked for, with their minus signs
 */
public record Order(List<String> fields) {

    static final Order CREATION = new Order(List.of());

    private static final Set<String> SORTABLE =
            Set.of("date_created", "date_updated", "rule_friendly_name", "metric_id");

    public static Order of(@Nullable String sort) {
        if (sort == null) {
            return CREATION;
        }
        List<String> fields =
                Arrays.stream(sort.split(",", -1)).map(String::trim).toList();
        fields.stream()
                .filter(field -> !SORTABLE.contains(name(field)))
                .findFirst()
                .ifPresent(field -> {
                    throw Refusal.badRequest(
                            "Sort takes date_created, date_updated, rule_friendly_name and metric_id, was " + field);
                });
        return new Order(fields);
    }

    public Comparator<Stored> comparator() {
        return fields.stream()
                .map(Order::by)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparingLong(Stored::number))
                .orElse(Comparator.comparingLong(Stored::number));
    }

    /** What decides the place of an element, for a page token. */
    public List<String> keys(Stored item) {
        return fields.stream().map(field -> item.text(name(field))).toList();
    }

    /** An element with these keys, whether the original still exists or not. */
    public Stored probe(List<String> keys, long number) {
        ObjectNode document = Json.object();
        for (int i = 0; i < fields.size(); i++) {
            document.put(name(fields.get(i)), keys.get(i));
        }
        return new Stored(number, "", document);
    }

    private static Comparator<Stored> by(String field) {
        Comparator<Stored> ascending = Comparator.comparing(item -> item.text(name(field)));
        return field.startsWith("-") ? ascending.reversed() : ascending;
    }

    private static String name(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }
}
