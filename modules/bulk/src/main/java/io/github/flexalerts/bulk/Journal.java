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
        public Mono<Void> write(List<JournalEntry> more) {
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
     * Appends entries.
     *
     * @param more the entries, in their order
     * @return completes when all entries are on disk; the writes that they announce are not sent before
     */
    Mono<Void> write(List<JournalEntry> more);
}
