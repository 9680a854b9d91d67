package io.github.flexalerts.reactive;

/**
 * Where a listing goes on: a page, and how many of its items were delivered already. In text, the number stands behind a
 * {@code #}, which no link may hold.
 *
 * @param target path and query of the page
 * @param skip how many of its items to skip
 */
record Cursor(String target, int skip) {

    /** Reads a cursor, or the link of a page. */
    static Cursor parse(String text, NextLink links) throws NextLink.Refused {
        int hash = text.lastIndexOf('#');
        boolean skips = hash >= 0 && text.substring(hash + 1).matches("[0-9]{1,9}");
        return skips
                ? new Cursor(links.target(text.substring(0, hash)), Integer.parseInt(text.substring(hash + 1)))
                : new Cursor(links.target(text), 0);
    }

    @Override
    public String toString() {
        return skip == 0 ? target : target + "#" + skip;
    }
}
