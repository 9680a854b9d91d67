package io.github.flexalerts.core.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object that are kept as they came: text, numbers, booleans, null, lists and maps of them. */
final class Members {
    private Members() {}

    /** Copies in order; {@code Map.copyOf} would refuse a null and lose the order. */
    static Map<String, @Nullable Object> copyOf(@Nullable Map<String, @Nullable Object> members) {
        return members == null || members.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Says how many there are and nothing of what they hold, which may be personal data. */
    static String describe(Map<String, @Nullable Object> members) {
        return members.isEmpty() ? "" : ", unread=" + members.size();
    }
}
