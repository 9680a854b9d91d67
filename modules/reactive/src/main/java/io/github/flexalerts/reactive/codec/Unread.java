package io.github.flexalerts.reactive.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members that could not be read, raw and in order. Most objects have none, so the map is made for the first. */
final class Unread {
    private @Nullable Map<String, @Nullable Object> members;

    /** Begins anew, for another object. */
    void begin() {
        members = null;
    }

    void put(String name, @Nullable Object raw) {
        if (members == null) {
            members = new LinkedHashMap<>();
        }
        members.put(name, raw);
    }

    /** Forgets a member that came before: one that comes twice counts as it came last. */
    void forget(String name) {
        if (members != null) {
            members.remove(name);
        }
    }

    Map<String, @Nullable Object> members() {
        return members == null ? Map.of() : members;
    }
}
