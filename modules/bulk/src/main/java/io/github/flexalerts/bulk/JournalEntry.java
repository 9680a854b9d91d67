package io.github.flexalerts.bulk;

import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link Journal}. It contains SIDs only and no personal data.
 *
 * @param kind whether the write is about to be sent, or what it did
 * @param step the write: what is done and to which rule or configuration, such as {@code rule.update:QY…}
 * @param id the SID of the rule or configuration that was written; null for an intent and after a failure
 */
public record JournalEntry(Kind kind, String step, @Nullable String id) {

    /** What an entry records. */
    public enum Kind {
        /** The write may be sent from now on. */
        INTENT,
        /** The service carried the write out. */
        WRITTEN,
        /** The service did not carry the write out. */
        FAILED
    }
}
