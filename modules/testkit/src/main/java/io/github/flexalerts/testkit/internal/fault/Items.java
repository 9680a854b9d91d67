package io.github.flexalerts.testkit.internal.fault;

import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Operation;
import io.github.flexalerts.testkit.internal.http.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the items of an answer: a page of rules or a single rule, or items of another resource. */
public final class Items {

    private Items() {}

    public static List<ObjectNode> in(ObjectNode document, Exchange exchange) {
        Operation operation = exchange.route().operation();
        if (operation == null) {
            return List.of();
        }
        Resource resource = operation.resource();
        if (operation.lists()) {
            return objects(document.path(resource.key()));
        }
        return document.has(resource.mark()) ? List.of(document) : List.of();
    }

    /** The first one, or the document itself when there is none. */
    static ObjectNode firstIn(ObjectNode document, Exchange exchange) {
        List<ObjectNode> items = in(document, exchange);
        return items.isEmpty() ? document : items.get(0);
    }

    /** The member to which a text fault applies: the name, if there is one. */
    public static String textMember(Exchange exchange) {
        Operation operation = exchange.route().operation();
        return (operation == null ? Resource.RULES : operation.resource()).textMember();
    }

    public static List<ObjectNode> thresholdsOf(ObjectNode rule) {
        return objects(rule.path("rule_thresholds"));
    }

    /** The objects within one, at any depth. */
    public static List<ObjectNode> within(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>(objects(node));
        node.valueStream().map(Items::within).forEach(found::addAll);
        return found;
    }

    public static List<ObjectNode> objects(JsonNode array) {
        return array.valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** A fault of each element of the resources that can show it. */
    public static FaultAction each(Map<Resource, Consumer<ObjectNode>> changes) {
        return new OfItems() {
            @Override
            public boolean shows(Resource resource) {
                return changes.containsKey(resource);
            }

            @Override
            public void change(ObjectNode document, Exchange exchange) {
                Operation operation = exchange.route().operation();
                Consumer<ObjectNode> change = operation == null ? null : changes.get(operation.resource());
                if (change != null) {
                    in(document, exchange).forEach(change);
                }
            }
        };
    }

    /** A fault that shows only in an answer with items in its body. */
    public interface OfItems extends FaultAction {

        /** Tells whether this resource can show it. */
        default boolean shows(Resource resource) {
            return true;
        }

        @Override
        default boolean concerns(Exchange exchange) {
            Operation operation = exchange.route().operation();
            return operation != null && !operation.deletes() && shows(operation.resource());
        }
    }
}
