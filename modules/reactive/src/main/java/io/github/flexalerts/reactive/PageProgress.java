package io.github.flexalerts.reactive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a page was passed on, by an earlier listing or by attempts that broke. An attempt tells by the items' keys what is
 * left, since the list may have changed meanwhile; where items have none, by their places.
 *
 * @param <T> the type of the items
 */
final class PageProgress<T> {
    private final Cursor from;
    private final Function<T, @Nullable Object> key;
    private final List<@Nullable Object> passed = new ArrayList<>();
    private int end;

    PageProgress(Cursor from, Function<T, @Nullable Object> key) {
        this.from = from;
        this.key = key;
    }

    /** A portion has come through: what it holds is passed on. */
    void passOn(Portion<T> portion) {
        portion.skipped().forEach(item -> passed.add(key.apply(item)));
        portion.items().forEach(item -> passed.add(key.apply(item)));
        if (!portion.skipped().isEmpty() || !portion.items().isEmpty()) {
            end = portion.end();
        }
    }

    /** Where this listing begins with the page. */
    Cursor start() {
        return from;
    }

    /** Where a listing goes on after all that was passed on. */
    Cursor cursor() {
        return passed.isEmpty() ? from : Cursor.after(from.target(), end, passed);
    }

    /** Returns what reads one attempt. */
    Attempt attempt() {
        return new Attempt();
    }

    /** One attempt: what it reads counts as passed on only when it has come through. */
    final class Attempt {
        private final Set<@Nullable Object> before = new HashSet<>(passed);
        private final int endBefore = end;
        private final List<T> skipped = new ArrayList<>();
        private final List<T> held = new ArrayList<>();
        private boolean skipping = passed.isEmpty() && !from.isStart();
        private int rank = Integer.MAX_VALUE;
        private int place;

        /** Takes the next items. */
        Portion<T> read(List<T> items) {
            if (skipping) {
                return skip(items);
            }
            if (before.isEmpty()) {
                place += items.size();
                return new Portion<>(items, List.of(), place);
            }
            return new Portion<>(fresh(items), List.of(), place);
        }

        /** Ends the page: if the last item of the cursor is gone, what stands behind the last that is not gone is left. */
        @Nullable
        Portion<T> rest() {
            return held.isEmpty() ? null : new Portion<>(held, skipped, place);
        }

        private Portion<T> skip(List<T> items) {
            int i = 0;
            while (skipping && i < items.size()) {
                hold(items.get(i++));
            }
            List<T> left = items.subList(i, items.size());
            place += left.size();
            return new Portion<>(left, skipping ? List.of() : skipped, place);
        }

        /** Holds what may be left, or skips all so far if this item was delivered after what was skipped before. */
        private void hold(T item) {
            held.add(item);
            place++;
            int found = from.rank(place, key.apply(item));
            if (found >= 0 && found < rank) {
                rank = found;
                skipped.addAll(held);
                held.clear();
                skipping = rank > 0;
            }
        }

        private List<T> fresh(List<T> items) {
            List<T> fresh = new ArrayList<>(items.size());
            for (T item : items) {
                Object known = key.apply(item);
                if (known == null ? place >= endBefore : !before.contains(known)) {
                    fresh.add(item);
                }
                place++;
            }
            return fresh;
        }
    }
}
