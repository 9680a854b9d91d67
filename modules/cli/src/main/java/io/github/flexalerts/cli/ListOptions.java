package io.github.flexalerts.cli;

import io.github.flexalerts.reactive.ClientInstrumentation;
import io.github.flexalerts.reactive.FlexAlertsClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** How much of a listing is shown, and in which form. */
final class ListOptions {
    @Option(names = "--limit", paramLabel = "N", description = "Stop after so many, and ask for no page beyond.")
    private @Nullable Long limit;

    @Mixin
    private final OutputOption output = new OutputOption();

    /** Makes the client, which looks ahead only if nothing is left unread. */
    FlexAlertsClient client(Settings settings, ClientInstrumentation instrumentation) {
        return settings.client(checkedLimit() == null ? 1 : 0, instrumentation);
    }

    /** Returns the limit, null if there is none. */
    @Nullable
    Long checkedLimit() {
        if (limit != null && limit < 1) {
            throw new InputException("--limit must be at least 1, was " + limit);
        }
        return limit;
    }

    /** Writes as much as is asked for. */
    <T> void write(Console console, Flux<T> items, String what, ItemWriter<T> table) {
        ItemWriter<? super T> writer = output.form.many(console, table);
        Listings.write(console, limit == null ? items : items.take(limit), what, writer);
    }
}
