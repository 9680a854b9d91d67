package io.github.flexalerts.reactive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on: a page, and behind which of its items. These are named by marks, of the last item that was
 * delivered and of a few before it, in case that one is gone by then; items without keys are counted. In text, the number
 * stands behind a {@code #}, which no link may hold, and the marks behind commas.
 *
 * @param target path and query of the page
 * @param skip how many items of the page were delivered
 * @param marks the marks of the last of them, from the last backwards; none if they have no keys
 */
record Cursor(String target, int skip, List<Integer> marks) {
    private static final int MARKS = 4;
    private static final Pattern TEXT = Pattern.compile("(.*)#([0-9]{1,9})((?:,[0-9a-f]{1,8}){0," + MARKS + "})");

    /** Where a page begins. */
    static Cursor start(String target) {
        return new Cursor(target, 0, List.of());
    }

    /** Returns where a page goes on after items with these keys, one or more. */
    static Cursor after(String target, int skip, List<@Nullable Object> keys) {
        List<Integer> marks = new ArrayList<>(MARKS);
        for (int i = keys.size() - 1; i >= 0 && marks.size() < MARKS && keys.get(i) != null; i--) {
            marks.add(mark(keys.get(i)));
        }
        return new Cursor(target, skip, List.copyOf(marks));
    }

    /** Reads a cursor, or the link of a page. */
    static Cursor parse(String text, NextLink links) throws NextLink.Refused {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? new Cursor(links.target(parts.group(1)), Integer.parseInt(parts.group(2)), marks(parts.group(3)))
                : start(links.target(text));
    }

    boolean isStart() {
        return skip == 0;
    }

    /**
     * Looks whether an item was delivered by all that the cursor knows.
     *
     * @param place its place in the page, from 1
     * @return 0 for the last one, more for those before it, -1 for any other
     */
    int rank(int place, @Nullable Object key) {
        if (marks.isEmpty()) {
            return place <= skip ? skip - place : -1;
        }
        return key == null ? -1 : marks.indexOf(mark(key));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(target);
        if (!isStart()) {
            text.append('#').append(skip);
            marks.forEach(mark -> text.append(',').append(Integer.toHexString(mark)));
        }
        return text.toString();
    }

    /** The hash of a text is the same everywhere. */
    private static int mark(Object key) {
        return key.toString().hashCode();
    }

    private static List<Integer> marks(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.substring(1).split(","))
                        .map(mark -> Integer.parseUnsignedInt(mark, 16))
                        .toList();
    }
}
