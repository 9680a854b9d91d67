package io.github.flexalerts.testkit;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Faults of what the JSON means: well-formed, and yet not what the reference promises. The request has been handled. */
public final class SchemaFaults {

    /** Documented as never null; every other member of a rule may be. */
    private static final Set<String> NEVER_NULL = Set.of("metric_id", "notify_severity", "notify_duration");

    static final List<FaultKind> KINDS = List.of(
            new FaultKind(
                    "unknown-members",
                    "",
                    "Adds members that the reference does not name to the document, its meta, its rules and their"
                            + " thresholds.",
                    argument -> unknownMembers()),
            new FaultKind(
                    "unknown-values",
                    "",
                    "Gives rules a metric, severities and operators that the reference does not list.",
                    argument -> unknownValues()),
            new FaultKind(
                    "null-members",
                    "",
                    "Makes every member of a rule null that the reference says may be.",
                    argument -> nullMembers()),
            new FaultKind(
                    "odd-thresholds",
                    "[null|object|text|fraction]",
                    "Gives rules thresholds of another shape, for their type is documented as any or null;"
                            + " fractional values unless told otherwise.",
                    argument -> oddThresholds(Arguments.orElse(argument, "fraction"))),
            new FaultKind("missing-meta", "", "Leaves meta out of a list.", argument -> missingMeta()));

    private SchemaFaults() {}

    /** Adds members that nobody knows to the document, its meta, its rules and their thresholds. */
    public static Fault unknownMembers() {
        return Fault.of("unknown-members", "", new RuleNodes.OfRules() {
            @Override
            public void change(ObjectNode document, Exchange exchange) {
                addMembers(document);
                if (document.path("meta") instanceof ObjectNode meta) {
                    addMembers(meta);
                }
                for (ObjectNode rule : RuleNodes.in(document)) {
                    addMembers(rule);
                    RuleNodes.thresholdsOf(rule).forEach(SchemaFaults::addMembers);
                }
            }
        });
    }

    private static void addMembers(ObjectNode node) {
        node.put("future_text", "later").put("future_number", 1.50).putNull("future_null");
        node.putObject("future_object").putArray("list").add(1).add("two").addNull();
    }

    /** Gives every rule a metric, a severity, a threshold type and an operator that the reference does not list. */
    public static Fault unknownValues() {
        return Fault.of("unknown-values", "", RuleNodes.each(rule -> {
            rule.put("metric_id", "Future Metric (Now)").put("notify_severity", "Catastrophic");
            RuleNodes.thresholdsOf(rule)
                    .forEach(threshold ->
                            threshold.put("threshold_type", "Catastrophic").put("threshold_operator", "Equal To"));
        }));
    }

    /** Makes every member of every rule null that the reference says may be null, the SID included. */
    public static Fault nullMembers() {
        return Fault.of(
                "null-members",
                "",
                RuleNodes.each(rule -> List.copyOf(rule.propertyNames()).stream()
                        .filter(name -> !NEVER_NULL.contains(name))
                        .forEach(rule::putNull)));
    }

    /**
     * Gives every rule thresholds of another shape.
     *
     * @param shape {@code null}, {@code object}, {@code text}, or {@code fraction} for documented objects whose values
     *     are no integers
     * @throws IllegalArgumentException if the shape is none of these
     */
    public static Fault oddThresholds(String shape) {
        return Fault.of(
                "odd-thresholds",
                shape,
                RuleNodes.each(
                        switch (shape) {
                            case "null" -> rule -> rule.putNull("rule_thresholds");
                            case "object" ->
                                rule -> rule.putObject("rule_thresholds").put("Critical", 50);
                            case "text" -> rule -> rule.put("rule_thresholds", "Critical > 50");
                            case "fraction" ->
                                rule -> RuleNodes.thresholdsOf(rule)
                                        .forEach(threshold -> threshold.put("threshold_value", 99.5));
                            default ->
                                throw new IllegalArgumentException(
                                        "the shape must be null, object, text or fraction, was " + shape);
                        }));
    }

    /** Leaves {@code meta} out of a list, whose rules then come without a way on. */
    public static Fault missingMeta() {
        return Fault.of("missing-meta", "", (PageFaults.OfPages) (document, exchange) -> document.remove("meta"));
    }
}
