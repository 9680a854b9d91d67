package io.github.flexalerts.testkit;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the rules of an answer, be it a page of them or a single one. */
final class RuleNodes {

    private RuleNodes() {}

    static List<ObjectNode> in(ObjectNode document) {
        if (document.path("rules").isArray()) {
            return objects(document.path("rules"));
        }
        return document.has("metric_id") ? List.of(document) : List.of();
    }

    /** The first rule, or the document itself when there is none. */
    static ObjectNode firstIn(ObjectNode document) {
        List<ObjectNode> rules = in(document);
        return rules.isEmpty() ? document : rules.get(0);
    }

    static List<ObjectNode> thresholdsOf(ObjectNode rule) {
        return objects(rule.path("rule_thresholds"));
    }

    private static List<ObjectNode> objects(JsonNode array) {
        return array.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** A fault of each rule. */
    static FaultAction each(Consumer<ObjectNode> change) {
        return new OfRules() {
            @Override
            public void change(ObjectNode document, Exchange exchange) {
                in(document).forEach(change);
            }
        };
    }

    /** A fault that shows only where the answer has a body that tells of rules. */
    interface OfRules extends FaultAction {
        @Override
        default boolean concerns(Exchange exchange) {
            Operation operation = exchange.route().operation();
            return operation != null && operation != Operation.DELETE;
        }
    }
}
