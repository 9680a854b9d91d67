package io.github.flexalerts.core.unread;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object that are kept as they came: text, numbers, booleans, null, lists and maps of them. */
public final class Members {
    private Members() {}

    /**
     * Copies members in order and in depth; {@code Map.copyOf} would refuse a null and lose the order.
     *
     * @param members the members, null for none
     * @return an unmodifiable copy
     */
    public static Map<String, @Nullable Object> copyOf(@Nullable Map<String, @Nullable Object> members) {
        if (members == null || members.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(name, copy(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            members.forEach((name, member) -> copy.put(name, copy(member)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>(elements.size());
            elements.forEach(element -> copy.add(copy(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /**
     * Says how many there are and nothing of what they hold, which may be personal data.
     *
     * @param members the members
     * @return a phrase for the end of a {@code toString}, empty if there are none
     */
    public static String describe(Map<String, @Nullable Object> members) {
        return members.isEmpty() ? "" : ", unread=" + members.size();
    }
}
