package io.github.flexalerts.cli.output;

import io.github.flexalerts.cli.io.Console;
import io.github.flexalerts.cli.io.Drain;
import io.github.flexalerts.cli.io.Progress;
import reactor.core.publisher.Flux;

/** Writes a listing as it arrives, at the pace of its reader. */
final class Listings {
    private static final int AHEAD = 256;

    private Listings() {}

    /** Writes all items, and shows progress on stderr if the items go elsewhere. */
    static <T> void write(Console console, Flux<? extends T> items, String what, ItemWriter<T> writer) {
        Progress progress = new Progress(console, what);
        try {
            Drain.each(
                    items,
                    AHEAD,
                    item -> {
                        writer.write(item);
                        progress.advance();
                    },
                    console.out()::flush);
            writer.end();
        } finally {
            progress.clear();
        }
    }
}
