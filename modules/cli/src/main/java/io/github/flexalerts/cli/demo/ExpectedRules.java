package io.github.flexalerts.cli.demo;

import io.github.flexalerts.core.rule.RuleSpec;
import io.github.flexalerts.reactive.codec.JsonCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules of the service should be, by the ten members that a caller decides, in the order of their creation. */
final class ExpectedRules {
    private static final int MOST_TOLD = 5;
    private static final List<String> DECIDED = List.of(
            "rule_friendly_name",
            "metric_id",
            "task_channel_sid",
            "task_queue_sids",
            "active",
            "rule_thresholds",
            "notify_enabled",
            "notify_severity",
            "notify_duration",
            "notify_methods_id");

    private final Map<String, Map<String, String>> rules = new LinkedHashMap<>();

    ExpectedRules(List<Map<String, @Nullable Object>> now) {
        rules.putAll(bySid(now));
    }

    /** Returns the SIDs, in order. */
    List<String> sids() {
        return List.copyOf(rules.keySet());
    }

    /** Expects the rule to be this. */
    void put(@Nullable String sid, RuleSpec spec) {
        rules.put(
                String.valueOf(sid),
                decided(JsonCodec.standard().read(JsonCodec.standard().write(spec), Map.class)));
    }

    /** Expects one member of a rule to be this, and all others to stay. */
    void set(String sid, String member, Object value) {
        rules.getOrDefault(sid, new LinkedHashMap<>()).put(member, String.valueOf(value));
    }

    /** Expects no such rule. */
    void remove(String sid) {
        rules.remove(sid);
    }

    /** Returns what is different, in words that hold no rule's name; the first few, and how many more. */
    List<String> differences(List<Map<String, @Nullable Object>> now) {
        Map<String, Map<String, String>> actual = bySid(now);
        List<String> found = new ArrayList<>();
        rules.forEach((sid, members) -> compare(found, sid, members, actual.get(sid)));
        actual.keySet().stream()
                .filter(sid -> !rules.containsKey(sid))
                .forEach(sid -> found.add("rule " + sid + " should not be there"));
        if (found.isEmpty() && !sids().equals(List.copyOf(actual.keySet()))) {
            found.add("the rules are in another order");
        }
        int more = found.size() - MOST_TOLD;
        if (more > 0) {
            found.subList(MOST_TOLD, found.size()).clear();
            found.add("and " + more + " more differences");
        }
        return found;
    }

    private static void compare(
            List<String> found, String sid, Map<String, String> expected, @Nullable Map<String, String> actual) {
        if (actual == null) {
            found.add("rule " + sid + " should be there, is not");
            return;
        }
        DECIDED.stream()
                .filter(member -> !String.valueOf(expected.get(member)).equals(actual.get(member)))
                .forEach(member -> found.add("rule " + sid + ": " + member + " is not what it should be"));
    }

    private static Map<String, Map<String, String>> bySid(List<Map<String, @Nullable Object>> rules) {
        Map<String, Map<String, String>> bySid = new LinkedHashMap<>();
        rules.forEach(rule -> bySid.put(String.valueOf(rule.get("sid")), decided(rule)));
        return bySid;
    }

    private static Map<String, String> decided(Map<?, ?> rule) {
        Map<String, String> members = new LinkedHashMap<>();
        DECIDED.forEach(member -> members.put(member, String.valueOf(rule.get(member))));
        return members;
    }
}
