package io.github.flexalerts.cli;

import io.github.flexalerts.core.notification.Destinations;
import io.github.flexalerts.reactive.codec.CodecException;
import io.github.flexalerts.reactive.codec.JsonCodec;

/** Reads where notifications go. Messages name members and no values, for these are addresses. */
final class NotificationInput {
    private NotificationInput() {}

    /** Reads the destinations of a file: they alone, or a configuration that was fetched. */
    static Destinations read(Document file) {
        Document destinations = file.member("destinations");
        return destinations(destinations == null ? file : destinations);
    }

    /** Reads destinations and checks them against the documented limits. */
    static Destinations destinations(Document document) {
        try {
            Destinations read = JsonCodec.standard()
                    .read(document.json(), Destinations.class)
                    .requireComplete();
            Destinations.builder()
                    .subscriptions(read.subscriptions())
                    .webhooks(read.webhooks())
                    .emails(read.emails())
                    .build();
            return read;
        } catch (CodecException | IllegalArgumentException e) {
            throw new InputException(document.name() + ": " + e.getMessage());
        }
    }
}
