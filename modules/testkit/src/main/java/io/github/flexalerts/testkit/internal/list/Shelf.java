package io.github.flexalerts.testkit.internal.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one owner holds, in the order of creation. The caller sees to it that one thread at a time is here. */
final class Shelf {

    private static final int KEPT_VIEWS = 16;

    private final Map<String, Stored> items = new LinkedHashMap<>();

    /** Until something changes, so that a list of a hundred pages is filtered and sorted once. */
    private final Map<View, List<Stored>> views = new HashMap<>();

    int size() {
        return items.size();
    }

    @Nullable
    Stored get(String key) {
        return items.get(key);
    }

    void put(Stored item) {
        views.clear();
        items.put(item.key(), item);
    }

    boolean remove(String key) {
        views.clear();
        return items.remove(key) != null;
    }

    void clear() {
        views.clear();
        items.clear();
    }

    List<Stored> all() {
        return new ArrayList<>(items.values());
    }

    List<Stored> view(View view) {
        if (views.size() >= KEPT_VIEWS) {
            views.clear();
        }
        return views.computeIfAbsent(
                view,
                asked -> items.values().stream()
                        .filter(asked::accepts)
                        .sorted(asked.order().comparator())
                        .toList());
    }
}
