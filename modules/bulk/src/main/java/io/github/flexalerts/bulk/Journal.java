package io.github.flexalerts.bulk;

import java.util.List;
import reactor.core.publisher.Mono;

/** The record of the writes of one plan, so that a run that was killed can continue. Implementations are thread-safe. */
public interface Journal {
    /** Records nothing. A killed run cannot continue: make a new plan. */
    Journal NOOP = new Journal() {
        @Override
        public List<JournalEntry> entries() {
            return List.of();
        }

        @Override
        public Mono<Void> write(JournalEntry entry) {
            return Mono.empty();
        }
    };

    /**
     * Returns what earlier runs of the same plan wrote.
     *
     * @return the entries in their order
     */
    List<JournalEntry> entries();

    /**
     * Appends an entry.
     *
     * @param entry the entry
     * @return completes when the entry is on disk; the write that it announces is not sent before
     */
    Mono<Void> write(JournalEntry entry);
}
