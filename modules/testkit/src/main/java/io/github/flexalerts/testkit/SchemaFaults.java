package io.github.flexalerts.testkit;

import io.github.flexalerts.testkit.internal.fault.Arguments;
import io.github.flexalerts.testkit.internal.fault.FaultKind;
import io.github.flexalerts.testkit.internal.fault.Items;
import io.github.flexalerts.testkit.internal.fault.NullMembers;
import io.github.flexalerts.testkit.internal.fault.UnknownValues;
import io.github.flexalerts.testkit.internal.http.Exchange;
import io.github.flexalerts.testkit.internal.http.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Faults of what the JSON means: well-formed, and yet not what the reference promises. The request has been handled. */
public final class SchemaFaults {

    static final List<FaultKind<Fault>> KINDS = List.of(
            new FaultKind<>(
                    "unknown-members",
                    "",
                    "Adds members that the reference does not name to the document, its meta, its rules and their"
                            + " thresholds, and likewise within other resources.",
                    argument -> unknownMembers()),
            new FaultKind<>(
                    "unknown-values",
                    "",
                    "Gives rules a metric, severities and operators that the reference does not list, and likewise"
                            + " other resources.",
                    argument -> unknownValues()),
            new FaultKind<>(
                    "null-members",
                    "",
                    "Makes every member null that the reference says may be, of rules and other resources.",
                    argument -> nullMembers()),
            new FaultKind<>(
                    "odd-thresholds",
                    "[null|object|text|fraction]",
                    "Gives rules thresholds of another shape, for their type is documented as any or null;"
                            + " fractional values by default.",
                    argument -> oddThresholds(Arguments.orElse(argument, "fraction"))),
            new FaultKind<>("missing-meta", "", "Leaves meta out of a list.", argument -> missingMeta()));

    private SchemaFaults() {}

    /** Adds unknown members to the document, its meta, its rules or other elements, and all objects in these. */
    public static Fault unknownMembers() {
        return Fault.of("unknown-members", "", new Items.OfItems() {
            @Override
            public void change(ObjectNode document, Exchange exchange) {
                for (ObjectNode item : Items.in(document, exchange)) {
                    Items.within(item).forEach(SchemaFaults::addMembers);
                    addMembers(item);
                }
                if (document.path("meta") instanceof ObjectNode meta) {
                    addMembers(meta);
                }
                addMembers(document);
            }
        });
    }

    private static void addMembers(ObjectNode node) {
        node.put("future_text", "later").put("future_number", 1.50).putNull("future_null");
        node.putObject("future_object").putArray("list").add(1).add("two").addNull();
    }

    /**
     * Gives every rule a metric, a severity, a threshold type and an operator that the reference does not list. Of
     * other resources it applies to the values that the reference lists.
     */
    public static Fault unknownValues() {
        return Fault.of("unknown-values", "", Items.each(UnknownValues.BY_RESOURCE));
    }

    /** Makes every member null that the reference says may be null, the SID of rules included. */
    public static Fault nullMembers() {
        return Fault.of("null-members", "", Items.each(NullMembers.BY_RESOURCE));
    }

    /**
     * Gives every rule thresholds of another shape.
     *
     * @param shape {@code null}, {@code object}, {@code text}, or {@code fraction} for documented objects whose values
     *     are no integers
     * @throws IllegalArgumentException if the shape is none of these
     */
    public static Fault oddThresholds(String shape) {
        return Fault.of("odd-thresholds", shape, Items.each(Map.of(Resource.RULES, thresholds(shape))));
    }

    private static Consumer<ObjectNode> thresholds(String shape) {
        return switch (shape) {
            case "null" -> rule -> rule.putNull("rule_thresholds");
            case "object" -> rule -> rule.putObject("rule_thresholds").put("Critical", 50);
            case "text" -> rule -> rule.put("rule_thresholds", "Critical > 50");
            case "fraction" ->
                rule -> Items.thresholdsOf(rule).forEach(threshold -> threshold.put("threshold_value", 99.5));
            default ->
                throw new IllegalArgumentException("the shape must be null, object, text or fraction, was " + shape);
        };
    }

    /** Leaves {@code meta} out of a list, whose rules then come without a way on. */
    public static Fault missingMeta() {
        return Fault.of("missing-meta", "", (PageFaults.OfPages) (document, exchange) -> document.remove("meta"));
    }
}
