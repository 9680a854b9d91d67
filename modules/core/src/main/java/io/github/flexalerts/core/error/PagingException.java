package io.github.flexalerts.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing that ended before its end. Everything before the {@link #cursor()} was delivered, in order and once; a listing
 * resumed from the cursor delivers exactly the rest, also of a page that changed meanwhile: the cursor holds a hash of each
 * item of the page that was delivered, eight characters long.
 */
public final class PagingException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    /** Why the listing could not go on. */
    public enum Reason {
        /** The next page could not be fetched; the cause says why. */
        INTERRUPTED("the next page could not be fetched"),
        /** The link is no link. */
        MALFORMED("the link to the next page is malformed"),
        /** The link would leave TLS. */
        SCHEME("the link to the next page downgrades the scheme"),
        /** The link names another host. */
        HOST("the link to the next page names a foreign host"),
        /** The link names another port. */
        PORT("the link to the next page names a foreign port"),
        /** The link holds user-info. */
        USER_INFO("the link to the next page contains user-info"),
        /** The link leads out of the resource. */
        PATH("the link to the next page leads to another path"),
        /** The link was followed before. */
        LOOP("the link to the next page repeats: a loop"),
        /** The link leads to a page before. */
        BACKWARDS("the link to the next page leads backwards"),
        /** There are more pages than allowed. */
        LIMIT("there are more pages than the limit allows");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private final Reason reason;
    private final @Nullable String cursor;
    private final int pages;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param reason why the listing could not go on
     * @param cursor where to resume, null if the link is not to be followed
     * @param pages how many pages were delivered before
     * @param cause the failure of the fetch, null if there was none
     */
    public PagingException(
            String operation, Reason reason, @Nullable String cursor, int pages, @Nullable FlexAlertsException cause) {
        super(
                operation,
                cause == null ? List.of() : cause.attempts(),
                operation + " stopped after " + pages + (pages == 1 ? " page: " : " pages: ")
                        + (cause == null ? reason.text : cause.getMessage()),
                cause);
        this.reason = reason;
        this.cursor = cursor;
        this.pages = pages;
    }

    /**
     * Returns why the listing could not go on.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns where to resume.
     *
     * @return the cursor, or null if the service's link must not be followed
     */
    public @Nullable String cursor() {
        return cursor;
    }

    /**
     * Returns how many pages were delivered.
     *
     * @return the number of pages, all of them whole
     */
    public int pages() {
        return pages;
    }

    /** Returns this: the attempts are those of the cause. */
    @Override
    public PagingException withAttempts(List<Attempt> attempts) {
        return this;
    }

    /** Returns whether what interrupted the listing may pass by itself. */
    @Override
    public boolean isTransient() {
        return getCause() instanceof FlexAlertsException cause && cause.isTransient();
    }
}
