package io.github.flexalerts.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing received a rule that does not match its filters, so the service, or a gateway, ignores them. The listing delivered
 * all rules before this one, and they match. A query with {@code checkFilters(false)} lists without the check.
 */
public final class FilterIgnoredException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> filters;
    private final @Nullable String ruleSid;
    private final long delivered;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param filters the query parameters that the rule does not match, as in {@code Active}
     * @param ruleSid the rule's SID, null if the service gave none
     * @param delivered how many rules the subscription delivered before
     */
    public FilterIgnoredException(String operation, List<String> filters, @Nullable String ruleSid, long delivered) {
        super(
                operation,
                List.of(),
                operation + " stopped after " + delivered + (delivered == 1 ? " rule" : " rules")
                        + ": the service ignored the filter " + String.join(", ", filters) + ", rule " + shown(ruleSid)
                        + " does not match it",
                null);
        this.filters = List.copyOf(filters);
        this.ruleSid = ruleSid;
        this.delivered = delivered;
    }

    /**
     * Returns the filters that the rule does not match.
     *
     * @return the names of the query parameters: {@code Active}, {@code MetricId}, {@code TaskQueueSids}
     */
    public List<String> filters() {
        return filters == null ? List.of() : filters;
    }

    /**
     * Returns the first rule that does not match.
     *
     * @return its SID, null if the service gave none
     */
    public @Nullable String ruleSid() {
        return ruleSid;
    }

    /**
     * Returns how many rules were delivered before, page by page if pages were asked for.
     *
     * @return the number of rules, all of which match
     */
    public long delivered() {
        return delivered;
    }

    /** Returns this: the calls that were made succeeded. */
    @Override
    public FilterIgnoredException withAttempts(List<Attempt> attempts) {
        return this;
    }

    /** Returns false: the service would ignore the filter again. */
    @Override
    public boolean isTransient() {
        return false;
    }

    /** The SID comes from the service, so the message contains it only if it looks like a SID. */
    private static String shown(@Nullable String sid) {
        return sid != null && sid.matches("[A-Za-z0-9]{1,64}") ? sid : "without a SID";
    }
}
