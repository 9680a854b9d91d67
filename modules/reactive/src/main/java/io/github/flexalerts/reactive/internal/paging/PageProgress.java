package io.github.flexalerts.reactive.internal.paging;

import io.github.flexalerts.reactive.internal.call.Portion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of a page was delivered by an earlier listing or by failed attempts. An attempt recognises delivered items by their
 * keys, because the list may have changed meanwhile, and items without keys by their positions.
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
        this.end = from.skip();
    }

    /** Records that the items of a portion were delivered. */
    void passOn(Portion<T> portion) {
        if (!portion.items().isEmpty()) {
            portion.items().forEach(item -> passed.add(key.apply(item)));
            end = portion.end();
        }
    }

    /** Returns where this listing started the page. */
    Cursor start() {
        return from;
    }

    /** Returns where a listing resumes after all delivered items. */
    Cursor cursor() {
        return passed.isEmpty() ? from : from.after(end, passed);
    }

    /** Returns what reads one attempt. */
    Attempt attempt() {
        return new Attempt();
    }

    /** One attempt: what it reads counts as passed on only when it has come through. */
    final class Attempt {
        private final Set<@Nullable Object> before = new HashSet<>(passed);
        private final int endBefore = end;
        private int place;

        /** Takes the next items. */
        Portion<T> read(List<T> items) {
            List<T> left = endBefore == 0 ? items : left(items);
            place += items.size();
            return new Portion<>(left, place);
        }

        private List<T> left(List<T> items) {
            List<T> left = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                if (!isKnown(key.apply(items.get(i)), place + i)) {
                    left.add(items.get(i));
                }
            }
            return left;
        }

        private boolean isKnown(@Nullable Object known, int at) {
            return known == null ? at < endBefore : before.contains(known) || isCounted(at) || from.knows(known);
        }

        /** A cursor without marks is of items without keys, or was written by hand. */
        private boolean isCounted(int at) {
            return from.marks().isEmpty() && at < from.skip();
        }
    }
}
