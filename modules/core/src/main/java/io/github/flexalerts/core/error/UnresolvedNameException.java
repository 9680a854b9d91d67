package io.github.flexalerts.core.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A name in a plan could not be resolved. Nothing was written. The message says which place of the plan and which SIDs are
 * concerned; the name itself may be personal data, so it is a field alone.
 */
public final class UnresolvedNameException extends FlexAlertsException {
    private static final long serialVersionUID = 1L;

    /** What was named. */
    public enum Kind {
        /** The workspace of the account. */
        WORKSPACE("workspace"),
        /** A task channel, by SID or unique name. */
        TASK_CHANNEL("task channel"),
        /** A task queue, by SID or friendly name. */
        TASK_QUEUE("task queue"),
        /** A user, by SID, username or e-mail address. */
        USER("user");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Why the name could not be resolved. */
    public enum Reason {
        /** There is none. */
        MISSING("does not exist"),
        /** There are several. */
        AMBIGUOUS("is ambiguous, several bear that name"),
        /** There is one, and it is a user who is deactivated and so cannot be notified. */
        DEACTIVATED("is deactivated");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Kind kind;
    private final Reason reason;
    private final int position;
    private final String name;
    private final transient List<String> sids;

    /**
     * Creates the exception.
     *
     * @param operation the operation's id
     * @param kind what was named
     * @param reason why the name could not be resolved
     * @param position which of its kind in the plan, from 1
     * @param name the name or SID in the plan
     * @param sids the SIDs that were found, none if there is nothing
     */
    public UnresolvedNameException(
            String operation, Kind kind, Reason reason, int position, String name, List<String> sids) {
        super(
                operation,
                List.of(),
                operation + " not sent: " + kind.word + " " + position + " of the plan " + reason.words
                        + candidates(sids),
                null);
        this.kind = kind;
        this.reason = reason;
        this.position = position;
        this.name = name;
        this.sids = List.copyOf(sids);
    }

    /**
     * Returns what was named.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns why the name could not be resolved.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns which of its kind in the plan it is.
     *
     * @return the position, from 1
     */
    public int position() {
        return position;
    }

    /**
     * Returns the name in the plan.
     *
     * @return the name or SID; it may be personal data
     */
    public String name() {
        return name;
    }

    /**
     * Returns what was found.
     *
     * @return the SIDs, empty if there is nothing
     */
    public List<String> sids() {
        return sids == null ? List.of() : sids;
    }

    /** Returns this: the calls that were made succeeded. */
    @Override
    public UnresolvedNameException withAttempts(List<Attempt> attempts) {
        return this;
    }

    /** Returns false: the plan or the account has to change. */
    @Override
    public boolean isTransient() {
        return false;
    }

    /** SIDs come from the service, so the message contains only what looks like a SID. */
    private static String candidates(List<String> sids) {
        return sids.isEmpty()
                ? ""
                : sids.stream()
                        .filter(sid -> sid.matches("[A-Za-z0-9]{1,64}"))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
