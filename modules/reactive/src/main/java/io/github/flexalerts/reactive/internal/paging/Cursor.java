package io.github.flexalerts.reactive.internal.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing resumes: a page, and the delivered items of it. Delivered items are recognised by marks, because other items
 * may have been added or removed before them; items without keys are counted. In text form, the number follows a {@code #}, which a
 * link cannot contain, the marks follow a comma, eight characters each, and the filters follow a semicolon.
 *
 * @param target path and query of the page
 * @param skip how many items of the page were read when the last one was delivered
 * @param marks the marks of the items that were delivered
 * @param checked the filters that the listing checks, as parameters of a query; null for those of the target
 */
public record Cursor(
        String target, int skip, Set<Long> marks, @Nullable String checked) {
    private static final int MARK_BYTES = 6;
    private static final Pattern TEXT = Pattern.compile("(.*)#([0-9]{1,9})(?:,((?:[A-Za-z0-9_-]{8})+))?(?:;(.*))?");

    /** Returns the start of a page whose link contains all filters. */
    public static Cursor start(String target) {
        return start(target, null);
    }

    /** Returns the start of a page of a listing that checks these filters. */
    public static Cursor start(String target, @Nullable String checked) {
        return new Cursor(target, 0, Set.of(), checked);
    }

    /** Reads a cursor, or the link of a page. */
    static Cursor parse(String text, NextLink links) throws NextLink.Refused {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return start(links.target(text));
        }
        String marks = parts.group(3);
        return new Cursor(
                links.target(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                marks == null ? Set.of() : marks(Base64.getUrlDecoder().decode(marks)),
                parts.group(4));
    }

    /** The filters that the listing checks, as parameters of a query. */
    public String filters() {
        return checked != null ? checked : target.substring(target.indexOf('?') + 1);
    }

    /** Returns where the page resumes after items with these keys were delivered too. */
    Cursor after(int read, Collection<@Nullable Object> keys) {
        Set<Long> more = new HashSet<>(marks);
        for (Object key : keys) {
            if (key != null) {
                more.add(mark(key));
            }
        }
        return new Cursor(target, read, more, checked);
    }

    /** Tells whether an item was delivered. */
    boolean knows(Object key) {
        return !marks.isEmpty() && marks.contains(mark(key));
    }

    @Override
    public String toString() {
        if (skip == 0 && checked == null) {
            return target;
        }
        ByteBuffer bytes = ByteBuffer.allocate(marks.size() * MARK_BYTES);
        marks.forEach(mark -> bytes.putShort((short) (mark >> Integer.SIZE)).putInt(mark.intValue()));
        return target + "#" + skip
                + (marks.isEmpty() ? "" : "," + Base64.getUrlEncoder().encodeToString(bytes.array()))
                + (checked == null ? "" : ";" + checked);
    }

    private static Set<Long> marks(byte[] bytes) {
        Set<Long> marks = new HashSet<>();
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
            marks.add(mark(left));
        }
        return marks;
    }

    /** Long enough that no two items of a page have the same, and the same on every machine. */
    private static long mark(Object key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return mark(ByteBuffer.wrap(digest.digest(key.toString().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static long mark(ByteBuffer bytes) {
        return ((bytes.getShort() & 0xFFFFL) << Integer.SIZE) | (bytes.getInt() & 0xFFFF_FFFFL);
    }
}
