package io.github.flexalerts.testkit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The order of a list: the fields of {@code Sort}, then the order of creation, so that no two rules are equal.
 *
 * @param fields as they were asked for, with their minus signs
 */
record RuleOrder(List<String> fields) {

    private static final Set<String> SORTABLE =
            Set.of("date_created", "date_updated", "rule_friendly_name", "metric_id");

    static RuleOrder of(@Nullable String sort) {
        if (sort == null) {
            return new RuleOrder(List.of());
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
        return new RuleOrder(fields);
    }

    Comparator<StoredRule> comparator() {
        return fields.stream()
                .map(RuleOrder::by)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(StoredRule::number))
                .orElse(Comparator.comparing(StoredRule::number));
    }

    /** What decides the place of a rule, for a page token. */
    List<String> keys(StoredRule rule) {
        return fields.stream().map(field -> rule.text(name(field))).toList();
    }

    /** A rule that stands where the rule with these keys stood, whether it still exists or not. */
    StoredRule probe(List<String> keys, long number) {
        ObjectNode document = Json.object();
        for (int i = 0; i < fields.size(); i++) {
            document.put(name(fields.get(i)), keys.get(i));
        }
        return new StoredRule(number, "", document);
    }

    private static Comparator<StoredRule> by(String field) {
        Comparator<StoredRule> ascending = Comparator.comparing(rule -> rule.text(name(field)));
        return field.startsWith("-") ? ascending.reversed() : ascending;
    }

    private static String name(String field) {
        return field.startsWith("-") ? field.substring(1) : field;
    }
}
