package io.github.flexalerts.reactive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on: a page, how many of its items were delivered already, and the last of these. In text, the number
 * stands behind a {@code #}, which no link may hold, and the item behind a comma.
 *
 * @param target path and query of the page
 * @param skip how many of its items to skip, if the last one is not found
 * @param last by what the last item delivered is known again, null if by its place alone
 */
record Cursor(String target, int skip, @Nullable String last) {
    private static final Pattern TEXT = Pattern.compile("(.*)#([0-9]{1,9})(?:,([A-Za-z0-9]{1,64}))?");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,64}");

    /** Where a page begins. */
    static Cursor start(String target) {
        return new Cursor(target, 0, null);
    }

    /** Returns where a page goes on. */
    static Cursor after(String target, int skip, @Nullable Object last) {
        return new Cursor(
                target, skip, last instanceof String key && KEY.matcher(key).matches() ? key : null);
    }

    /** Reads a cursor, or the link of a page. */
    static Cursor parse(String text, NextLink links) throws NextLink.Refused {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? new Cursor(links.target(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3))
                : start(links.target(text));
    }

    boolean isStart() {
        return skip == 0;
    }

    /** Tells whether this item, in this place from 1, is the last that was delivered. */
    boolean endsAt(int place, @Nullable Object key) {
        return last == null ? place == skip : last.equals(key);
    }

    @Override
    public String toString() {
        return isStart() ? target : target + "#" + skip + (last == null ? "" : "," + last);
    }
}
