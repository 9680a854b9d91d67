package io.github.flexalerts.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The rules of every instance of the account, in the order of their creation. */
final class RuleStore {

    private final Map<String, Map<String, StoredRule>> instances = new LinkedHashMap<>();
    private long created;
    private int size;

    synchronized void addInstance(String instanceSid) {
        instances.computeIfAbsent(instanceSid, sid -> new LinkedHashMap<>());
    }

    synchronized boolean knows(@Nullable String instanceSid) {
        return instances.containsKey(instanceSid);
    }

    /** Adds a rule unless the account then held more than {@code limit}; a negative limit is none. */
    synchronized boolean add(String instanceSid, String key, ObjectNode document, int limit) {
        if (limit >= 0 && size >= limit) {
            return false;
        }
        if (of(instanceSid).put(key, new StoredRule(created++, key, document)) == null) {
            size++;
        }
        return true;
    }

    synchronized @Nullable StoredRule find(String instanceSid, String key) {
        return of(instanceSid).get(key);
    }

    synchronized boolean replace(String instanceSid, String key, ObjectNode document) {
        return of(instanceSid).computeIfPresent(key, (k, old) -> new StoredRule(old.number(), k, document)) != null;
    }

    synchronized boolean remove(String instanceSid, String key) {
        boolean removed = of(instanceSid).remove(key) != null;
        size -= removed ? 1 : 0;
        return removed;
    }

    synchronized List<StoredRule> all(String instanceSid) {
        return new ArrayList<>(of(instanceSid).values());
    }

    synchronized void clear() {
        instances.values().forEach(Map::clear);
        size = 0;
    }

    private Map<String, StoredRule> of(String instanceSid) {
        Map<String, StoredRule> rules = instances.get(instanceSid);
        if (rules == null) {
            throw new IllegalArgumentException("instance " + instanceSid + " is unknown, add it first");
        }
        return rules;
    }
}
